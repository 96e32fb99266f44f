using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>How many of the large truth lesions of a stroke type a technique finds.</summary>
/// <param name="Technique">The technique.</param>
/// <param name="StrokeType">The stroke type, or <see cref="SegmentationClassSummary.AllTypes"/>.</param>
/// <param name="Lesions">Truth lesions over <see cref="LargeLesions.Least"/> ml.</param>
/// <param name="Sensitivity">The share of them that is found, with its interval by bootstrap over patients.</param>
public sealed record LargeLesionSummary(string Technique, string StrokeType, int Lesions, Estimate Sensitivity);
