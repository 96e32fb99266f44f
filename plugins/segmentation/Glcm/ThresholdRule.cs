namespace StrokeFramework.Glcm;

/// <summary>How the threshold is read off the co-occurrence matrix.</summary>
public enum ThresholdRule
{
    /// <summary>Where the pairs across the threshold are fewest in relation to those beyond it.</summary>
    BoundaryRatio,

    /// <summary>The mean level of pairs that differ much, which lie on edges.</summary>
    EdgeMean,
}
