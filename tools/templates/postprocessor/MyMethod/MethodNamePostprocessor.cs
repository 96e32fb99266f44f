namespace MethodName;

/// <summary>Keeps the largest lesions of a segmentation.</summary>
[Stage("my-method", "1.0.0",
    Title = "Largest lesions",
    Description = "Keeps the largest lesions of a segmentation and drops those that are too small.",
    Citation = "Rosenfeld & Pfaltz 1966, doi:10.1145/321356.321357 (connected components)")]
public sealed class MethodNamePostprocessor : Postprocessor<MethodNamePostprocessor.Settings>
{
    /// <summary>The parameters.</summary>
    public sealed record Settings
    {
        /// <summary>Smallest lesion.</summary>
        [Description("Smallest lesion kept."), Range(0, 1_000_000), Unit("mm³")]
        public double MinimumVolume { get; init; } = 100;

        /// <summary>Most lesions.</summary>
        [Description("How many lesions are kept at most, largest first."), Range(1, 10_000)]
        public int MaximumLesions { get; init; } = 10;
    }

    /// <inheritdoc/>
    public override Segmentation Process(DiffusionStudy study, Segmentation segmentation, IReadOnlyList<Detection>? detections, StageContext context)
    {
        LesionSet lesions = LesionFinder.Find(segmentation, Parameters.MinimumVolume);
        var labels = new byte[segmentation.Labels.Span.Length];
        foreach (Lesion lesion in lesions.Lesions.Take(Parameters.MaximumLesions))
        {
            foreach (int v in lesion.Voxels.Span) labels[v] = segmentation.Labels.Span[v];
        }

        return new Segmentation(new Volume<byte>(segmentation.Geometry, labels), segmentation.Probability);
    }
}
