namespace StrokeFramework.Host.Evaluation;

/// <summary>How one segmentation of one study agrees with the truth.</summary>
/// <param name="Study">The study's name.</param>
/// <param name="Patient">The patient's label.</param>
/// <param name="StrokeType">The patient's stroke type; <c>n/a</c> for no lesion, empty when unknown.</param>
/// <param name="Output">The name of the pipeline's output, or of the technique behind it.</param>
/// <param name="Metrics">The figures.</param>
public sealed record SegmentationResult(string Study, string Patient, string StrokeType, string Output, SegmentationMetrics Metrics)
{
    /// <summary>Whether the truth mask holds a lesion.</summary>
    public bool HasLesion => Metrics.TruthVolume > 0;
}
