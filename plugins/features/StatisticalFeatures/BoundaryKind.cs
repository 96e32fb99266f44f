namespace StrokeFramework.StatisticalFeatures;

/// <summary>Which pixels the boundary mean is taken over.</summary>
public enum BoundaryKind
{
    /// <summary>The region's own pixels that have a 4-neighbor outside it: the region minus its erosion by a 3x3 cross.</summary>
    Inner,

    /// <summary>The pixels just outside that have a 4-neighbor inside it: its dilation by a 3x3 cross minus the region.</summary>
    OuterRing,
}
