using System.Globalization;
using StrokeFramework.Imaging;

namespace StrokeFramework.Normalization;

/// <summary>
/// Scales the DWI to [0, 1] and clips it there. Min-max stretching is avoided on purpose: with one fixed level of normal
/// brain, one set of thresholds works across patients.
/// </summary>
[Stage("normalization", "1.0.0",
    Title = "Intensity normalization",
    Description = "Scales the DWI to the unit range so that normal brain has one level in every study: from the image itself, or by the bits stored.",
    Citation = "Mohd Noor 2020, Stroke Lesion Segmentation and Classification for Diffusion-Weighted Imaging, MSc thesis, UTeM, http://eprints.utem.edu.my/id/eprint/25380/",
    Provides = StudyTraits.UnitIntensity,
    FlipEquivariant = true)]
public sealed class Normalizer : Preprocessor<NormalizationSettings>
{
    /// <inheritdoc/>
    /// <exception cref="StageException">The image has no brain to take the scale from, or its values don't fit the bits.</exception>
    public override DiffusionStudy Process(DiffusionStudy study, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(context);
        float[] values = Finite(study, context);
        context.CancellationToken.ThrowIfCancellationRequested();
        double unit = Parameters.Mode == NormalizationMode.Reference ? ReferenceUnit(values, study, context) : BitDepthUnit(values, study);
        context.CancellationToken.ThrowIfCancellationRequested();

        var result = new float[values.Length];
        int bright = 0;
        for (int v = 0; v < result.Length; v++)
        {
            double scaled = values[v] / unit;
            if (scaled > 1) bright++;
            result[v] = (float)Math.Clamp(scaled, 0, 1);
        }

        var dwi = new Volume<float>(study.Geometry, result);
        if (context.Diagnostics is { } sink) Show(sink, dwi, unit, bright);
        context.Progress?.Report(1);
        return study.WithDwi(dwi, unitIntensity: true);
    }

    private static float[] Finite(DiffusionStudy study, StageContext context)
    {
        float[] values = study.Dwi.Span.ToArray();
        int bad = 0;
        for (int v = 0; v < values.Length; v++)
        {
            if (float.IsFinite(values[v])) continue;
            values[v] = 0;
            bad++;
        }

        if (bad > 0) context.Log?.Warning(string.Create(CultureInfo.InvariantCulture, $"{bad} voxels of the DWI are not finite numbers and count as 0."));
        return values;
    }

    private double ReferenceUnit(float[] values, DiffusionStudy study, StageContext context)
    {
        double level = NormalBrain.Level(values, study.BrainMask is null ? [] : study.BrainMask.Span) ?? throw new StageException(
            "The DWI is constant or has no positive value, so the level of normal brain cannot be found in it. Check that the right image was given.");
        context.Log?.Information(string.Create(CultureInfo.InvariantCulture, $"Normal brain lies at {level:G5} in the file and goes to {Parameters.ReferenceLevel:G3}."));
        context.Diagnostics?.Add(new ScalarDiagnostic("normal_level", "Most frequent intensity of normal brain in the file", level));
        return level / Parameters.ReferenceLevel;
    }

    private double BitDepthUnit(float[] values, DiffusionStudy study)
    {
        int bits = Parameters.Bits > 0 ? Parameters.Bits : study.Acquisition.BitsStored ?? throw new StageException(
            "Bit-depth normalization needs the bits stored per sample, which this file does not say. Set 'bits', or use the mode 'reference'.");
        double full = Math.Pow(2, bits) - 1;
        float most = 0;
        foreach (float value in values) most = Math.Max(most, value);
        if (most > full * 1.000001)
        {
            throw new StageException(string.Create(CultureInfo.InvariantCulture,
                $"The DWI has values up to {most:G6}, more than {bits} bits can hold ({full:G10}). Set the right 'bits', or use the mode 'reference'."));
        }

        if (most == 0) throw new StageException("The DWI has no positive value. Check that the right image was given.");
        return full;
    }

    private static void Show(IDiagnosticSink sink, Volume<float> dwi, double unit, int bright)
    {
        sink.Add(new ScalarDiagnostic("unit", "Intensity in the file that becomes 1", unit));
        sink.Add(new ScalarDiagnostic("clipped", "Voxels brighter than that, set to 1", bright, "voxel"));
        // Air would dwarf everything else, so voxels near 0 are left out of the chart.
        sink.Add(new CurveDiagnostic("histogram", "Histogram of the normalized image, without air", "Intensity", "Voxels",
            [HistogramCurve.Of("normalized", Histogram.Of(dwi.Span, 0.02, 1, 196))]));
    }
}
