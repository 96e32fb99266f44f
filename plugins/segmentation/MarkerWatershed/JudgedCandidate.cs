using StrokeFramework.MarkerWatershed.Correlation;

namespace StrokeFramework.MarkerWatershed;

/// <summary>A candidate and what the template says of it.</summary>
/// <param name="Slab">Slice number, or 0 for the volume.</param>
/// <param name="Polarity">The side.</param>
/// <param name="Candidate">The region with the box it was compared in.</param>
/// <param name="Distance">Distance of its mean from normal tissue, in robust standard deviations.</param>
/// <param name="Patches">What was compared.</param>
/// <param name="Correlation">The correlation coefficient.</param>
/// <param name="IsKept">Whether it is a lesion.</param>
internal sealed record JudgedCandidate(int Slab, LesionPolarity Polarity, Candidate Candidate, double Distance, PatchPair Patches, double Correlation, bool IsKept);
