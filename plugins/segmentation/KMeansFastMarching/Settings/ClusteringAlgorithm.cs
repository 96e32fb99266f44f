namespace StrokeFramework.KMeansFastMarching;

/// <summary>How k-means is solved.</summary>
public enum ClusteringAlgorithm
{
    /// <summary>The global optimum, by dynamic programming.</summary>
    Exact,

    /// <summary>Lloyd's iteration from quantiles; may stop in a local optimum.</summary>
    Lloyd,
}
