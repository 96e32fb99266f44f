namespace StrokeFramework.ArtifactSuppression;

/// <summary>What was found out about one candidate.</summary>
/// <param name="Voxels">Its voxels.</param>
/// <param name="Mirrored">Share of it that has a mirror image.</param>
/// <param name="Rim">Share of it in the brain's rim.</param>
/// <param name="HalfThickness">Largest distance to its own edge within a slice, in mm.</param>
/// <param name="Reason">Why it is dropped; empty when it stays.</param>
internal sealed record Verdict(int[] Voxels, double Mirrored, double Rim, double HalfThickness, string Reason);
