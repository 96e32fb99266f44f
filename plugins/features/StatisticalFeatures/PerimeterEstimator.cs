namespace StrokeFramework.StatisticalFeatures;

/// <summary>How the perimeter in the compactness is estimated.</summary>
public enum PerimeterEstimator
{
    /// <summary>Length of the 8-direction chain code through the centers of the outer boundary pixels.</summary>
    ChainCode,

    /// <summary>Crofton's formula with four directions: counts of boundary crossings along lines, holes included.</summary>
    Crofton,
}
