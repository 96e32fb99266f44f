using StrokeFramework.Host.Reporting.Pictures;

namespace StrokeFramework.Host.Tests.Reporting.Pictures;

public sealed class RadiologicalViewTests
{
    public static TheoryData<string> Grids => ["upright", "flipped", "permuted", "oblique"];

    [Theory]
    [MemberData(nameof(Grids))]
    public void Picture_ShowsThePatientsRightOnTheLeftAndAnteriorOnTop(string name)
    {
        VolumeGeometry grid = Grid(name);
        var view = new RadiologicalView(grid);
        Point3 middle = WorldOf(grid, view.VoxelAt(view.Slices / 2, view.Width / 2, view.Height / 2));
        Assert.True(WorldOf(grid, view.VoxelAt(view.Slices / 2, 0, view.Height / 2)).X > middle.X + 30);
        Assert.True(WorldOf(grid, view.VoxelAt(view.Slices / 2, view.Width / 2, 0)).Y > middle.Y + 30);
    }

    [Theory]
    [MemberData(nameof(Grids))]
    public void Picture_OfAHeadWithAMarkerAtTheRightFront_ShowsItAtTheUpperLeft(string name)
    {
        VolumeGeometry grid = Grid(name);
        var view = new RadiologicalView(grid);
        Volume<byte> marker = SyntheticHead.Label(grid, p => (p - SyntheticHead.Marker).Length < 9 ? (byte)1 : (byte)0);
        var places = new List<(double X, double Y)>();
        for (int slice = 0; slice < view.Slices; slice++)
        {
            for (int row = 0; row < view.Height; row++)
            {
                for (int column = 0; column < view.Width; column++)
                {
                    if (marker.Span[view.VoxelAt(slice, column, row)] != 0) places.Add(((column + 0.5) / view.Width, (row + 0.5) / view.Height));
                }
            }
        }

        Assert.InRange(places.Average(p => p.X), 0.05, 0.45);
        Assert.InRange(places.Average(p => p.Y), 0.05, 0.35);
    }

    [Theory]
    [MemberData(nameof(Grids))]
    public void VoxelAt_AllPlaces_ReachesEveryVoxelOnce(string name)
    {
        var view = new RadiologicalView(Grid(name));
        var seen = new bool[view.Geometry.Size.Count];
        for (int slice = 0; slice < view.Slices; slice++)
        {
            for (int row = 0; row < view.Height; row++)
            {
                for (int column = 0; column < view.Width; column++)
                {
                    int voxel = view.VoxelAt(slice, column, row);
                    Assert.False(seen[voxel]);
                    seen[voxel] = true;
                }
            }
        }

        Assert.DoesNotContain(false, seen);
    }

    [Fact]
    public void PositionOf_ASlice_IsTheHeightOfItsCenter()
    {
        var view = new RadiologicalView(SyntheticGrid.Permuted());
        Assert.Equal(0, view.SliceAxis);
        Assert.False(view.RisesWithIndex);
        Assert.Equal(60, view.PositionOf(0), 9);
        Assert.Equal(-60, view.PositionOf(12), 9);
        Assert.Equal((3.6, 3), (view.PixelWidth, view.PixelHeight));
    }

    private static VolumeGeometry Grid(string name) => name switch
    {
        "upright" => SyntheticGrid.Upright(),
        "flipped" => SyntheticGrid.Flipped(),
        "permuted" => SyntheticGrid.Permuted(),
        _ => SyntheticGrid.Oblique(),
    };

    private static Point3 WorldOf(VolumeGeometry grid, int voxel) =>
        grid.ToWorld(voxel % grid.Size.I, voxel / grid.Size.I % grid.Size.J, voxel / grid.Size.SliceCount);
}
