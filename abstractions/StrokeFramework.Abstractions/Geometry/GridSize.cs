namespace StrokeFramework;

/// <summary>The number of voxels along each index axis. Index i runs fastest in memory, k slowest.</summary>
/// <param name="I">Voxels along i, at least 1.</param>
/// <param name="J">Voxels along j, at least 1.</param>
/// <param name="K">Voxels along k, at least 1; 1 for a single picture.</param>
public readonly record struct GridSize(int I, int J, int K)
{
    /// <summary>Voxels in the grid.</summary>
    public long Count => (long)I * J * K;

    /// <summary>Voxels in one slice of constant k.</summary>
    public int SliceCount => I * J;

    /// <summary>The size along axis 0, 1 or 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The axis is not 0, 1 or 2.</exception>
    public int this[int axis] => axis switch
    {
        0 => I,
        1 => J,
        2 => K,
        _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "An axis is 0, 1 or 2."),
    };

    /// <summary>The linear index of a voxel.</summary>
    public int IndexOf(int i, int j, int k) => i + (I * (j + (J * k)));

    /// <inheritdoc/>
    public override string ToString() => $"{I}x{J}x{K}";
}
