using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>How a technique's mean figure differs from the first technique's on the same studies of one stroke type.</summary>
/// <param name="Technique">The technique.</param>
/// <param name="StrokeType">The stroke type, or <see cref="SegmentationClassSummary.AllTypes"/>.</param>
/// <param name="Metric">Id of the figure, such as <c>dice</c>.</param>
/// <param name="Difference">The technique's mean less the first's over the studies where both are defined, with its interval by paired bootstrap over patients.</param>
public sealed record SegmentationDifference(string Technique, string StrokeType, string Metric, Estimate Difference);
