namespace StrokeFramework.RadiologicalFeatures;

/// <summary>
/// Surface of a set of voxels by Crofton's formula: crossings of the boundary are counted along lines in the 13 directions
/// between neighboring voxels, each weighted by its share of the sphere, as Legland, Kiêu &amp; Devaux 2007
/// (<see href="https://doi.org/10.5566/ias.v26.p83-92"/>) give it. Faces of voxels would overestimate a sphere by half.
/// </summary>
internal sealed class SurfaceArea
{
    private const int Points = 20_000;

    private static readonly (int I, int J, int K)[] Directions =
    [
        (1, 0, 0), (0, 1, 0), (0, 0, 1),
        (1, 1, 0), (1, -1, 0), (1, 0, 1), (1, 0, -1), (0, 1, 1), (0, 1, -1),
        (1, 1, 1), (1, 1, -1), (1, -1, 1), (1, -1, -1),
    ];

    private readonly double[] _perCrossing = new double[Directions.Length];

    /// <summary>Weighs the directions of a grid.</summary>
    /// <param name="spacing">Distance of voxels along each axis, in mm.</param>
    public SurfaceArea(Point3 spacing)
    {
        Point3[] lines = [.. Directions.Select(d => new Point3(d.I * spacing.X, d.J * spacing.Y, d.K * spacing.Z))];
        double[] shares = Shares(lines);
        double volume = spacing.X * spacing.Y * spacing.Z;
        // A line stands for the area between lines; each crossing counts it twice over the mean of all directions.
        for (int d = 0; d < lines.Length; d++) _perCrossing[d] = 2 * shares[d] * volume / lines[d].Length;
    }

    /// <summary>The share of all directions that is nearest to each of some, by quasi-uniform points on the sphere.</summary>
    internal static double[] Shares(Point3[] lines)
    {
        Point3[] units = [.. lines.Select(l => (1 / l.Length) * l)];
        var counts = new int[units.Length];
        double golden = Math.PI * (3 - Math.Sqrt(5));
        for (int n = 0; n < Points; n++)
        {
            double z = 1 - ((2 * n) + 1.0) / Points, radius = Math.Sqrt(1 - (z * z));
            (double sin, double cos) = Math.SinCos(golden * n);
            int nearest = 0;
            double most = -1;
            for (int u = 0; u < units.Length; u++)
            {
                double along = Math.Abs((units[u].X * radius * cos) + (units[u].Y * radius * sin) + (units[u].Z * z));
                if (along > most) (most, nearest) = (along, u);
            }

            counts[nearest]++;
        }

        return [.. counts.Select(c => (double)c / Points)];
    }

    /// <summary>The surface in mm².</summary>
    /// <param name="box">1 inside; a box with a margin of one voxel all around, first index fastest.</param>
    /// <param name="size">Its size.</param>
    public double Of(ReadOnlySpan<byte> box, GridSize size)
    {
        double area = 0;
        for (int d = 0; d < Directions.Length; d++)
        {
            (int di, int dj, int dk) = Directions[d];
            int offset = di + (size.I * (dj + (size.J * dk)));
            int crossings = 0;
            for (int k = Math.Max(0, -dk); k < size.K - Math.Max(0, dk); k++)
            {
                for (int j = Math.Max(0, -dj); j < size.J - Math.Max(0, dj); j++)
                {
                    int row = size.IndexOf(0, j, k);
                    for (int v = row; v < row + size.I - di; v++)
                    {
                        if (box[v] != box[v + offset]) crossings++;
                    }
                }
            }

            area += crossings * _perCrossing[d];
        }

        return area;
    }
}
