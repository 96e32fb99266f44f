using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Runs;

/// <summary>A segmentation output in figures.</summary>
/// <param name="Output">The output's name.</param>
/// <param name="Lesions">Number of lesions.</param>
/// <param name="Volume">Their volume together, in ml.</param>
/// <param name="Metrics">How it agrees with the truth, or null where there is none.</param>
public sealed record SegmentationSummary(string Output, int Lesions, double Volume, SegmentationMetrics? Metrics);
