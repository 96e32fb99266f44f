namespace StrokeFramework.Glcm;

/// <summary>What was found on one side in one slice or in the volume, for the report.</summary>
/// <param name="Slab">Slice number, or 0 for the volume.</param>
/// <param name="Matrix">The matrix.</param>
/// <param name="Section">Its cross-section.</param>
/// <param name="Side">Threshold and ratio.</param>
/// <param name="Voxels">Voxels labelled.</param>
internal sealed record SlabResult(int Slab, CooccurrenceMatrix Matrix, CrossSection Section, SideThreshold Side, int Voxels);
