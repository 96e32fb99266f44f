namespace StrokeFramework.WeightedKnn;

/// <summary>How much a neighbor at distance d counts.</summary>
public enum NeighborWeighting
{
    /// <summary>1/d². Neighbors at distance 0, where there are any, share all the weight.</summary>
    InverseSquare,

    /// <summary>1, whatever the distance.</summary>
    Equal,
}
