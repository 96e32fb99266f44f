using StrokeFramework.Imaging;

namespace StrokeFramework.AdcConfirmation;

/// <summary>
/// Confirms lesion candidates by the apparent diffusion coefficient: bright ones must have restricted diffusion, dark
/// ones must not be free water.
/// </summary>
[Stage("adc-confirmation", "1.0.0",
    Title = "ADC confirmation",
    Description = "Keeps bright candidates under which the ADC is low, and lets them grow into more of it; keeps dark candidates that are not cerebrospinal fluid. Artifacts and T2 shine-through are bright at a normal ADC.",
    Citation = "Lansberg et al. 2001, AJNR 22:637; Knutsson & Westin 1993, doi:10.1109/CVPR.1993.341081",
    Needs = StudyTraits.Adc | StudyTraits.BrainMask)]
public sealed class AdcConfirmer : Postprocessor<AdcConfirmationSettings>
{
    /// <inheritdoc/>
    /// <exception cref="StageException">The ADC map holds nothing that could be tissue.</exception>
    public override Segmentation Process(DiffusionStudy study, Segmentation segmentation, IReadOnlyList<Detection>? detections, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(segmentation);
        ArgumentNullException.ThrowIfNull(context);
        var mapper = new SliceMapper(study);
        StudySlab volume = mapper.Volume;
        float[] adc = Known(volume);
        double normal = NormalAdc.Of(adc, volume.Brain);
        if (segmentation.IsEmpty)
        {
            context.Diagnostics?.Add(new ScalarDiagnostic("normal_adc", "ADC of normal tissue: the most frequent value", normal, "mm²/s"));
            return segmentation;
        }

        context.CancellationToken.ThrowIfCancellationRequested();
        adc = Smoothed(adc, volume);
        var candidates = new Candidates(mapper.Grid.Reorder(segmentation.Labels.Voxels), volume.DwiVoxels, adc, volume.BrainVoxels, volume.Size, volume.Spacing, normal);
        context.CancellationToken.ThrowIfCancellationRequested();
        var record = new ConfirmationRecord(mapper.Grid, candidates);
        byte[] bright = Parameters.Bright == BrightRule.Any
            ? candidates.Mask(LesionPolarity.Hyperintense)
            : BrightConfirmation.Apply(candidates, Parameters, record.Judged);
        context.CancellationToken.ThrowIfCancellationRequested();
        byte[] labels = DarkConfirmation.Apply(candidates, Parameters);
        for (int v = 0; v < labels.Length; v++)
        {
            if (bright[v] != 0) labels[v] = (byte)LesionPolarity.Hyperintense;
            else if (labels[v] != 0) labels[v] = (byte)LesionPolarity.Hypointense;
        }

        if (context.Diagnostics is { } sink) record.Show(sink, labels);
        context.Progress?.Report(1);
        return new(mapper.Grid.Restore<byte>(labels));
    }

    /// <summary>The ADC where it is a positive number, 0 elsewhere: readers put 0 where the fit failed.</summary>
    private static float[] Known(StudySlab volume)
    {
        float[] adc = volume.Adc.ToArray();
        for (int v = 0; v < adc.Length; v++)
        {
            if (!(adc[v] > 0) || !float.IsFinite(adc[v])) adc[v] = 0;
        }

        return adc;
    }

    private float[] Smoothed(float[] adc, StudySlab volume)
    {
        var known = new byte[adc.Length];
        for (int v = 0; v < known.Length; v++) known[v] = volume.Brain[v] != 0 && adc[v] > 0 ? (byte)1 : (byte)0;
        return GaussianBlur.ApplyWithin(adc, known, volume.Size, volume.Spacing, Parameters.Smoothing);
    }
}
