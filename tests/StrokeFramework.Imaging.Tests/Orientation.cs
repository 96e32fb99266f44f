namespace StrokeFramework.Imaging.Tests;

/// <summary>The same physical grid, stored with its axes in another order and direction.</summary>
internal static class Orientation
{
    private static readonly int[][] Orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

    /// <param name="size">Voxels towards right, anterior and superior.</param>
    /// <param name="spacing">Spacing towards right, anterior and superior.</param>
    /// <param name="order">0 to 5: which world axis each stored axis follows; 0 keeps them.</param>
    /// <param name="flips">Bit n set: stored axis n runs the other way.</param>
    public static VolumeGeometry Geometry(GridSize size, Point3 spacing, int order, int flips)
    {
        int[] world = Orders[order];
        var columns = new Point3[3];
        var origin = default(Point3);
        for (int n = 0; n < 3; n++)
        {
            double step = spacing[world[n]];
            var unit = new Point3(world[n] == 0 ? 1 : 0, world[n] == 1 ? 1 : 0, world[n] == 2 ? 1 : 0);
            bool flip = (flips >> n & 1) == 1;
            columns[n] = (flip ? -step : step) * unit;
            if (flip) origin += step * (size[world[n]] - 1) * unit;
        }

        return new(new(size[world[0]], size[world[1]], size[world[2]]), new(columns[0], columns[1], columns[2], origin));
    }
}
