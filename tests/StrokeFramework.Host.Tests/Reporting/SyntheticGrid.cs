namespace StrokeFramework.Host.Tests.Reporting;

/// <summary>Grids round the synthetic head in several orientations.</summary>
internal static class SyntheticGrid
{
    /// <summary>Axes along right, anterior, superior.</summary>
    public static VolumeGeometry Upright(int size = 64, int slices = 12) => Centered(new(size, size, slices), new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), new(180.0 / size, 180.0 / size, 130.0 / slices));

    /// <summary>Axes as most scanners write them: left, posterior, superior.</summary>
    public static VolumeGeometry Flipped(int size = 64, int slices = 12) => Centered(new(size, size, slices), new(-1, 0, 0), new(0, -1, 0), new(0, 0, 1), new(180.0 / size, 180.0 / size, 130.0 / slices));

    /// <summary>Slices first, counted from above, then anterior, then left.</summary>
    public static VolumeGeometry Permuted() => Centered(new(13, 60, 50), new(0, 0, -1), new(0, 1, 0), new(-1, 0, 0), new(10, 3, 3.6));

    /// <summary>Turned by some 25 degrees about two axes.</summary>
    public static VolumeGeometry Oblique() => Centered(new(64, 56, 12), new(-0.906, 0.383, 0.18), new(-0.40, -0.91, 0.11), new(0.21, 0.03, 0.98), new(2.8, 3.2, 11));

    private static VolumeGeometry Centered(GridSize size, Point3 i, Point3 j, Point3 k, Point3 spacing)
    {
        var linear = new AffineTransform(spacing.X / i.Length * i, spacing.Y / j.Length * j, spacing.Z / k.Length * k, default);
        Point3 middle = linear.Apply(new((size.I - 1) / 2.0, (size.J - 1) / 2.0, (size.K - 1) / 2.0));
        return new(size, linear with { Origin = -1 * middle });
    }
}
