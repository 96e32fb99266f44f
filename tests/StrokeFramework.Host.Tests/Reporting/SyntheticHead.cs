namespace StrokeFramework.Host.Tests.Reporting;

/// <summary>
/// A head drawn in world millimetres, so that it looks the same on every grid: an ellipsoid of tissue with a bright
/// marker at the patient's right front, a bright lesion at the left back and a dark one at the right.
/// </summary>
internal static class SyntheticHead
{
    public static readonly Point3 Marker = new(45, 45, 0);
    private static readonly Point3 Bright = new(-35, -30, 8);
    private static readonly Point3 Dark = new(30, -10, 16);

    /// <summary>The DWI on a grid; the marker shows where right and anterior are.</summary>
    public static Volume<float> Dwi(VolumeGeometry grid, int seed = 1) => Fill(grid, seed, (p, noise) =>
    {
        if (Distance(p, Marker) < 7) return 900 + (20 * noise);
        if (!IsHead(p)) return (float)Math.Abs(6 * noise);
        if (IsVentricle(p)) return 60 + (15 * noise);
        if (IsBright(p)) return 620 + (40 * noise);
        if (IsDark(p)) return 90 + (15 * noise);
        return 260 + (40 * Math.Sin(p.X / 9) * Math.Cos(p.Y / 11)) + (18 * noise);
    });

    /// <summary>The ADC map in mm²/s.</summary>
    public static Volume<float> Adc(VolumeGeometry grid, int seed = 2) => Fill(grid, seed, (p, noise) =>
        1e-6 * (!IsHead(p) ? 0 : IsVentricle(p) ? 2900 + (90 * noise) : IsBright(p) ? 430 + (40 * noise) : IsDark(p) ? 2200 + (60 * noise) : 820 + (60 * noise)));

    /// <summary>The truth mask of both lesions.</summary>
    public static Volume<byte> Truth(VolumeGeometry grid) => Label(grid, p => IsBright(p) || IsDark(p) ? (byte)1 : (byte)0);

    /// <summary>A segmentation that is a few millimetres off.</summary>
    public static Segmentation Segmentation(VolumeGeometry grid) => new(Label(grid, p =>
    {
        Point3 moved = p + new Point3(3, 2, 0);
        return IsBright(moved) ? (byte)1 : IsDark(moved) ? (byte)2 : (byte)0;
    }));

    public static Volume<byte> Label(VolumeGeometry grid, Func<Point3, byte> labelOf)
    {
        var labels = new byte[grid.Size.Count];
        ForEach(grid, (v, p) => labels[v] = labelOf(p));
        return new(grid, labels);
    }

    public static Volume<float> Fill(VolumeGeometry grid, int seed, Func<Point3, double, double> valueOf)
    {
        var values = new float[grid.Size.Count];
        var random = new Random(seed);
        ForEach(grid, (v, p) => values[v] = (float)valueOf(p, random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5));
        return new(grid, values);
    }

    public static bool IsHead(Point3 p) => Square(p.X / 68) + Square(p.Y / 84) + Square(p.Z / 65) < 1;

    private static bool IsVentricle(Point3 p) => Square((Math.Abs(p.X) - 9) / 6) + Square(p.Y / 24) + Square(p.Z / 18) < 1;

    private static bool IsBright(Point3 p) => Distance(p, Bright) < 17 + (3 * Math.Sin(p.X / 3) * Math.Cos(p.Y / 2.5));

    private static bool IsDark(Point3 p) => Distance(p, Dark) < 10 + Math.Sin(p.Y);

    private static void ForEach(VolumeGeometry grid, Action<int, Point3> act)
    {
        for (int k = 0, v = 0; k < grid.Size.K; k++)
        {
            for (int j = 0; j < grid.Size.J; j++)
            {
                for (int i = 0; i < grid.Size.I; i++, v++) act(v, grid.ToWorld(i, j, k));
            }
        }
    }

    private static double Distance(Point3 a, Point3 b) => (a - b).Length;

    private static double Square(double x) => x * x;
}
