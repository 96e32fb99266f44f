using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Reporting;

/// <summary>One segmentation, under the name that the pipeline's outputs give it.</summary>
/// <param name="Name">The output's name.</param>
/// <param name="Segmentation">Labels on the study's grid.</param>
/// <param name="Lesions">Its connected lesions, largest first.</param>
/// <param name="Metrics">How it agrees with the truth, or null where there is none.</param>
public sealed record StudySegmentation(string Name, Segmentation Segmentation, LesionSet Lesions, SegmentationMetrics? Metrics = null);
