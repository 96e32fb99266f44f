namespace StrokeFramework.Imaging.Tests;

public sealed class CanonicalGridTests
{
    /// <summary>All 48 ways to store a grid: six orders of the axes, eight directions.</summary>
    public static TheoryData<int, int> Orientations()
    {
        var all = new TheoryData<int, int>();
        for (int order = 0; order < 6; order++)
        {
            for (int flips = 0; flips < 8; flips++) all.Add(order, flips);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Orientations))]
    public void Reorder_OfAnyOrientation_GivesRightAnteriorSuperiorAndRestoresExactly(int order, int flips)
    {
        VolumeGeometry geometry = Orientation.Geometry(new(4, 5, 3), new(1, 1.5, 4), order, flips);
        // Each voxel holds a code of its world position, so the canonical volume must come out the same every time.
        var stored = new float[60];
        for (int v = 0; v < 60; v++)
        {
            (int i, int j, int k) = RandomMask.Position(v, geometry.Size);
            Point3 world = geometry.ToWorld(i, j, k);
            stored[v] = (float)Math.Round((world.X / 1) + (10 * world.Y / 1.5) + (100 * world.Z / 4));
        }

        var grid = new CanonicalGrid(geometry);
        ReadOnlyMemory<float> canonical = grid.Reorder<float>(stored);

        Assert.Equal(new GridSize(4, 5, 3), grid.Size);
        Assert.Equal(new Point3(1, 1.5, 4), grid.Spacing);
        for (int v = 0; v < 60; v++)
        {
            (int i, int j, int k) = RandomMask.Position(v, grid.Size);
            Assert.Equal(i + (10 * j) + (100 * k), canonical.Span[v]);
        }

        Volume<float> restored = grid.Restore(canonical);
        Assert.Equal(stored, restored.Span.ToArray());
        Assert.Same(geometry, restored.Geometry);
        Assert.Equal(order == 0 && flips == 0, grid.IsIdentity);
    }

    [Fact]
    public void APicture_IsTakenAcrossItsSingleVoxel()
    {
        // A sagittal picture: the axis nearest to superior lies in it.
        var geometry = new VolumeGeometry(new(1, 6, 7), AffineTransform.Identity);
        var grid = new CanonicalGrid(geometry);
        Assert.Equal(0, grid.SliceAxis);
        Assert.Equal(new GridSize(6, 7, 1), grid.Size);
    }

    [Fact]
    public void AnObliqueVolume_IsTakenAlongTheNearestAxes()
    {
        double c = Math.Cos(0.4), s = Math.Sin(0.4);
        var geometry = new VolumeGeometry(new(3, 4, 5), new(new(-c, s, 0), new(s, c, 0), new(0, 0, 2), default));
        var grid = new CanonicalGrid(geometry);
        Assert.Equal(new GridSize(3, 4, 5), grid.Size);
        float[] stored = [.. Enumerable.Range(0, 60).Select(v => (float)v)];
        Assert.Equal(2, grid.Reorder<float>(stored).Span[0]);
    }
}
