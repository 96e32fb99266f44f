namespace StrokeFramework.FcmActiveContour;

/// <summary>What fuzzy c-means is run on.</summary>
public enum ClusteringInput
{
    /// <summary>A histogram of 1024 bins over the unit range, each bin with the mean of its voxels.</summary>
    Histogram,

    /// <summary>Every voxel's own intensity.</summary>
    Samples,
}
