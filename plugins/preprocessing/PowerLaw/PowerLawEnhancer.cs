using StrokeFramework.Imaging;

namespace StrokeFramework.PowerLaw;

/// <summary>Enhances contrast by <c>s = c r^gamma</c>, clipped to [0, 1], inside the brain mask when there is one.</summary>
[Stage("power-law", "1.0.0",
    Title = "Power-law enhancement",
    Description = "Spreads the low intensities where normal tissue lies by s = c r^gamma, inside the brain mask when there is one.",
    Citation = "Saad, Abu-Bakar, Abdullah, Salahuddin, Muda, Mokji 2011, Brain lesion segmentation from diffusion-weighted MRI based on adaptive thresholding and gray level co-occurrence matrix, JTEC 3(2)",
    Needs = StudyTraits.UnitIntensity,
    Provides = StudyTraits.UnitIntensity,
    FlipEquivariant = true)]
public sealed class PowerLawEnhancer : Preprocessor<PowerLawSettings>
{
    private const int Bins = 128;

    /// <inheritdoc/>
    public override DiffusionStudy Process(DiffusionStudy study, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(context);
        Volume<float> dwi = study.Dwi;
        Volume<byte>? mask = study.BrainMask;
        var result = new float[dwi.Voxels.Length];
        int count = dwi.Size.SliceCount, unusable = 0;
        context.For(0, dwi.Size.K, k =>
        {
            int bad = Enhance(dwi.Slice(k).Span, mask is null ? [] : mask.Slice(k).Span, result.AsSpan(k * count, count));
            if (bad > 0) Interlocked.Add(ref unusable, bad);
        });
        if (unusable > 0) context.Log?.Warning($"{unusable} voxels of the DWI are not finite numbers of at least 0 and count as 0.");

        DiffusionStudy enhanced = study.WithDwi(new(study.Geometry, result), unitIntensity: true);
        if (context.Diagnostics is { } sink) Show(sink, study, enhanced);
        return enhanced;
    }

    private int Enhance(ReadOnlySpan<float> source, ReadOnlySpan<byte> mask, Span<float> target)
    {
        double gamma = Parameters.Gamma, amplitude = Parameters.Amplitude;
        int bad = 0;
        // Neighbors in air, and clipped ones, repeat the same value.
        float last = 0, lastPower = 0;
        for (int v = 0; v < source.Length; v++)
        {
            float r = source[v];
            if (!mask.IsEmpty && mask[v] == 0)
            {
                target[v] = r;
                continue;
            }

            if (!(r >= 0 && float.IsFinite(r)))
            {
                bad++;
                continue;
            }

            if (r != last) (last, lastPower) = (r, (float)Math.Min(1, amplitude * Math.Pow(r, gamma)));
            target[v] = lastPower;
        }

        return bad;
    }

    private static void Show(IDiagnosticSink sink, DiffusionStudy before, DiffusionStudy after)
    {
        Histogram old = HistogramOf(before), enhanced = HistogramOf(after);
        sink.Add(new CurveDiagnostic("histograms", "Histograms before and after the power law, where the image is above 0", "Intensity", "Voxels",
            [HistogramCurve.Of("before", old), HistogramCurve.Of("after", enhanced)],
            new Dictionary<string, double> { ["peak before"] = Peak(old), ["peak after"] = Peak(enhanced) }));
        sink.Add(new ScalarDiagnostic("peak_before", "Most frequent intensity before", Peak(old)));
        sink.Add(new ScalarDiagnostic("peak_after", "Most frequent intensity after; 0.38 to 0.42 is expected of a brain at 0.1", Peak(enhanced)));
    }

    private static Histogram HistogramOf(DiffusionStudy study) => study.BrainMask is null
        ? Histogram.Of(study.Dwi.Span, 1e-6, 1, Bins)
        : Histogram.Of(study.Dwi.Span, study.BrainMask.Span, 1e-6, 1, Bins);

    private static double Peak(Histogram histogram)
    {
        int peak = 0;
        for (int bin = 1; bin < histogram.Bins; bin++)
        {
            if (histogram.Counts[bin] > histogram.Counts[peak]) peak = bin;
        }

        return histogram.CenterOf(peak);
    }
}
