namespace StrokeFramework.KMeansFastMarching;

/// <summary>What was found on one side in one slice or in the volume, for the report.</summary>
/// <param name="Slab">Slice number, or 0 for the volume.</param>
/// <param name="Polarity">The side.</param>
/// <param name="Cluster">The outermost cluster, or null when there was nothing to cluster.</param>
/// <param name="Cutoff">Cut-off of the front's speed in 0 to 255 units; NaN without a front.</param>
/// <param name="Seeds">Voxels where the front started.</param>
/// <param name="Voxels">Voxels labelled.</param>
internal sealed record SlabResult(int Slab, LesionPolarity Polarity, LesionCluster? Cluster, double Cutoff, int Seeds, int Voxels);
