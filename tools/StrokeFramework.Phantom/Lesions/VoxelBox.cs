namespace StrokeFramework.Phantom;

/// <summary>A box of voxels: low corner included, high corner excluded.</summary>
internal readonly record struct VoxelBox(int I0, int J0, int K0, int I1, int J1, int K1)
{
    public int I => I1 - I0;

    public int J => J1 - J0;

    public int K => K1 - K0;

    public int Count => I * J * K;

    /// <summary>The voxels within a distance of a world point, cut to the grid.</summary>
    public static VoxelBox Around(VolumeGeometry geometry, Point3 world, double reach)
    {
        Point3 at = geometry.WorldToIndex.Apply(world), spacing = geometry.Spacing;
        (int i0, int i1) = Range(at.X, reach / spacing.X, geometry.Size.I);
        (int j0, int j1) = Range(at.Y, reach / spacing.Y, geometry.Size.J);
        (int k0, int k1) = Range(at.Z, reach / spacing.Z, geometry.Size.K);
        return new(i0, j0, k0, i1, j1, k1);
    }

    /// <summary>The voxels of a mask with a margin, which may reach beyond the grid.</summary>
    public static VoxelBox Bounds(ReadOnlySpan<byte> mask, GridSize size, int margin, out int count)
    {
        (int i0, int j0, int k0, int i1, int j1, int k1) = (size.I, size.J, size.K, 0, 0, 0);
        count = 0;
        for (int v = 0; v < mask.Length; v++)
        {
            if (mask[v] == 0) continue;
            count++;
            int i = v % size.I, j = v / size.I % size.J, k = v / size.SliceCount;
            (i0, j0, k0) = (Math.Min(i0, i), Math.Min(j0, j), Math.Min(k0, k));
            (i1, j1, k1) = (Math.Max(i1, i + 1), Math.Max(j1, j + 1), Math.Max(k1, k + 1));
        }

        return new(i0 - margin, j0 - margin, k0 - margin, i1 + margin, j1 + margin, k1 + margin);
    }

    private static (int Low, int High) Range(double center, double reach, int count)
    {
        int low = Math.Clamp((int)Math.Floor(center - reach), 0, count);
        return (low, Math.Clamp((int)Math.Ceiling(center + reach) + 1, low, count));
    }
}
