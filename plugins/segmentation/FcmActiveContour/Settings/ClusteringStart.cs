namespace StrokeFramework.FcmActiveContour;

/// <summary>Where fuzzy c-means starts.</summary>
public enum ClusteringStart
{
    /// <summary>Centers at quantiles of the intensities.</summary>
    Quantiles,

    /// <summary>Random memberships, drawn from the stage's seed.</summary>
    Random,
}
