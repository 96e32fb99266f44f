namespace MethodName;

/// <summary>Marks what is brighter than the threshold that best splits the brain's histogram in two.</summary>
[Stage("my-method", "1.0.0",
    Title = "Otsu threshold",
    Description = "Marks what is brighter than the threshold that best splits the brain's histogram in two.",
    Citation = "Otsu 1979, doi:10.1109/TSMC.1979.4310076",
    Needs = StudyTraits.UnitIntensity | StudyTraits.BrainMask)]
public sealed class MethodNameSegmenter : Segmenter<MethodNameSegmenter.Settings>
{
    private const int Bins = 256;

    /// <summary>The parameters.</summary>
    public sealed record Settings
    {
        /// <summary>Smallest lesion.</summary>
        [Description("Smallest lesion kept."), Range(0, 10_000), Unit("mm³")]
        public double MinimumVolume { get; init; } = 100;

        /// <summary>Smallest contrast.</summary>
        [Description("How far the threshold has to lie above the brain's median; below that there is no lesion."), Range(0, 1)]
        public double MinimumContrast { get; init; } = 0.05;
    }

    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        ReadOnlySpan<float> dwi = study.Dwi.Span;
        ReadOnlySpan<byte> brain = study.BrainMask!.Span;
        Histogram histogram = Histogram.Of(dwi, brain, 0, 1, Bins);
        if (Otsu.Threshold(histogram) is not { } threshold || threshold < Median(histogram) + Parameters.MinimumContrast)
            return Segmentation.Empty(study.Geometry);

        context.Diagnostics?.Add(new ScalarDiagnostic("threshold", "Otsu's threshold", threshold));
        var labels = new byte[dwi.Length];
        for (int v = 0; v < labels.Length; v++)
        {
            if (brain[v] != 0 && dwi[v] >= threshold) labels[v] = (byte)LesionPolarity.Hyperintense;
        }

        ConnectedComponents.RemoveSmall(labels, study.Geometry.Size, Connectivity.Full, Parameters.MinimumVolume / study.Geometry.VoxelVolume);
        return new Segmentation(new Volume<byte>(study.Geometry, labels));
    }

    private static double Median(Histogram histogram)
    {
        int bin = 0;
        for (long below = histogram.Counts[0]; 2 * below < histogram.Total; below += histogram.Counts[bin]) bin++;
        return histogram.CenterOf(bin);
    }
}
