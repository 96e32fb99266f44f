using StrokeFramework.FcmActiveContour.Clustering;

namespace StrokeFramework.FcmActiveContour;

/// <summary>What one search on one side found in one slice or in the volume, for the report.</summary>
/// <param name="Slab">Slice number in the cut-out, or 0 for the volume.</param>
/// <param name="Polarity">The side.</param>
/// <param name="Faint">Whether it was the search for faint lesions.</param>
/// <param name="First">The clustering of all samples.</param>
/// <param name="Cluster">The lesion clusters.</param>
/// <param name="Candidates">The contours.</param>
/// <param name="Accepted">Those that became lesions.</param>
/// <param name="Voxels">Voxels labelled.</param>
internal sealed record SideResult(
    int Slab, LesionPolarity Polarity, bool Faint, FuzzyClusters First, LesionCluster Cluster, IReadOnlyList<Candidate> Candidates, IReadOnlyList<Candidate> Accepted, int Voxels);
