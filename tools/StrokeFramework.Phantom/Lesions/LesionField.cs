namespace StrokeFramework.Phantom;

/// <summary>One lesion on the grid: how much of every voxel in its box is core and rim, before tissue is looked at.</summary>
internal sealed class LesionField
{
    public required LesionParameters Parameters { get; init; }

    public required string Shape { get; init; }

    public required bool DisplacesCsf { get; init; }

    public required VoxelBox Box { get; init; }

    /// <summary>Share of core in [0, 1], box order with i fastest.</summary>
    public required float[] Core { get; init; }

    /// <summary>Share of rim in [0, 1], box order with i fastest; empty without a rim.</summary>
    public required float[] Rim { get; init; }

    public float Weight(int p) => Rim.Length == 0 ? Core[p] : Core[p] + Rim[p];
}
