namespace StrokeFramework.Imaging;

/// <summary>Argument checks shared by the toolkit.</summary>
internal static class Grid
{
    public static void Check(int length, GridSize size, string name)
    {
        if (length != size.Count)
            throw new ArgumentException($"A grid of {size} holds {size.Count} voxels, but {length} were given.", name);
    }

    /// <summary>Distance in memory between neighbours along an axis.</summary>
    public static int Stride(GridSize size, int axis) => axis switch { 0 => 1, 1 => size.I, _ => size.SliceCount };

    /// <summary>The linear index of the first voxel of the n-th line along an axis.</summary>
    public static int LineStart(GridSize size, int axis, int line) => axis switch
    {
        0 => line * size.I,
        1 => (line % size.I) + (line / size.I * size.SliceCount),
        _ => line,
    };
}
