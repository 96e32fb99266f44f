namespace StrokeFramework.RCnn.Network;

/// <summary>What the trunk and the proposal head say of a picture. Nothing is learned through them.</summary>
/// <param name="Maps">The trunk's maps.</param>
/// <param name="Shared">What the proposal head sees in each map, [cells, channels].</param>
/// <param name="Anchors">Four numbers an anchor, of all maps.</param>
/// <param name="Objectness">A logit for each.</param>
/// <param name="AnchorsPerCell">How many lie around each cell.</param>
internal sealed record Proposals(IReadOnlyList<FeatureMap> Maps, Tensor[] Shared, float[] Anchors, float[] Objectness, int AnchorsPerCell)
{
    /// <summary>Where an anchor lies.</summary>
    /// <returns>The map, the cell of the map, and which of the cell's anchors it is.</returns>
    public (int Map, int Cell, int Anchor) PlaceOf(long anchor)
    {
        (long cell, long which) = Math.DivRem(anchor, AnchorsPerCell);
        int map = 0;
        for (; cell >= Maps[map].Height * Maps[map].Width; map++) cell -= Maps[map].Height * Maps[map].Width;
        return (map, (int)cell, (int)which);
    }
}
