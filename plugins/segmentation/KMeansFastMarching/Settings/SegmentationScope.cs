namespace StrokeFramework.KMeansFastMarching;

/// <summary>What is clustered and marched through at a time.</summary>
public enum SegmentationScope
{
    /// <summary>The whole volume: one set of clusters, a front in 3-D.</summary>
    Volume,

    /// <summary>Each slice on its own, as in the thesis.</summary>
    Slice,
}
