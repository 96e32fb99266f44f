using StrokeFramework.Imaging;

namespace StrokeFramework.ArtifactSuppression;

/// <summary>
/// The plane that mirrors one half of the brain onto the other, x = Offset + Yaw·y + Roll·z in mm of the canonical grid
/// (x to the right, y to anterior, z to superior, from the first voxel's center).
/// </summary>
/// <param name="Offset">Where it meets the x axis, in mm.</param>
/// <param name="Yaw">Slope in the slice.</param>
/// <param name="Roll">Slope across slices.</param>
/// <param name="Mismatch">Mean difference between the halves as a fraction of the brain's median: 0 is perfect symmetry.</param>
internal readonly record struct MidsagittalPlane(double Offset, double Yaw, double Roll, double Mismatch)
{
    // Differences are capped, so that a lesion counts as a difference but not by how bright it is.
    private const double Blur = 4, PointDistance = 3, Cap = 0.5;

    /// <summary>
    /// Finds the plane by pattern search over its three numbers: the least mean capped difference between the smoothed
    /// image and its reflection, at points 3 mm apart.
    /// </summary>
    public static MidsagittalPlane Find(StudySlab volume, CancellationToken cancellation)
    {
        float[] image = Clean(volume);
        image = GaussianBlur.ApplyWithin(image, volume.Brain, volume.Size, volume.Spacing, Blur);
        int[] points = Points(volume);
        double scale = MedianAt(image, points);
        if (points.Length == 0 || !(scale > 0)) return new(0.5 * (volume.Size.I - 1) * volume.Spacing.X, 0, 0, double.NaN);

        Point3 center = default;
        foreach (int v in points) center += PositionOf(v, volume);
        center = (1.0 / points.Length) * center;
        double Cost(double shift, double yaw, double roll)
        {
            cancellation.ThrowIfCancellationRequested();
            var plane = new MidsagittalPlane(center.X + shift - (yaw * center.Y) - (roll * center.Z), yaw, roll, 0);
            double sum = 0;
            foreach (int v in points)
            {
                double difference = Math.Abs(image[v] - Interpolate(image, volume, plane.Reflect(PositionOf(v, volume)))) / scale;
                sum += Math.Min(Cap, difference);
            }

            return sum / points.Length;
        }

        (double shift, double yaw, double roll, double cost) = Search(Cost);
        return new(center.X + shift - (yaw * center.Y) - (roll * center.Z), yaw, roll, cost);
    }

    /// <summary>The mirror image of a position in mm.</summary>
    public Point3 Reflect(Point3 p)
    {
        double away = (p.X - Offset - (Yaw * p.Y) - (Roll * p.Z)) / (1 + (Yaw * Yaw) + (Roll * Roll));
        return new(p.X - (2 * away), p.Y + (2 * away * Yaw), p.Z + (2 * away * Roll));
    }

    /// <summary>The position of a voxel in mm.</summary>
    public static Point3 PositionOf(int v, StudySlab volume) => new(
        v % volume.Size.I * volume.Spacing.X, v / volume.Size.I % volume.Size.J * volume.Spacing.Y, v / volume.Size.SliceCount * volume.Spacing.Z);

    private static (double Shift, double Yaw, double Roll, double Cost) Search(Func<double, double, double, double> cost)
    {
        double shift = 0, yaw = 0, roll = 0, best = cost(0, 0, 0), step = 8, slope = 0.08;
        while (step > 0.2)
        {
            (double, double, double)[] moves =
                [(step, 0, 0), (-step, 0, 0), (0, slope, 0), (0, -slope, 0), (0, 0, slope), (0, 0, -slope), (step, slope, 0), (-step, -slope, 0), (step, -slope, 0), (-step, slope, 0)];
            bool better = false;
            foreach ((double s, double y, double r) in moves)
            {
                double value = cost(shift + s, yaw + y, roll + r);
                if (value >= best - 1e-9) continue;
                (best, better) = (value, true);
                (shift, yaw, roll) = (shift + s, yaw + y, roll + r);
                break;
            }

            if (!better) (step, slope) = (0.5 * step, 0.5 * slope);
        }

        return (shift, yaw, roll, best);
    }

    private static float[] Clean(StudySlab volume)
    {
        float[] image = volume.Dwi.ToArray();
        for (int v = 0; v < image.Length; v++)
        {
            if (volume.Brain[v] == 0 || !float.IsFinite(image[v])) image[v] = 0;
        }

        return image;
    }

    private static int[] Points(StudySlab volume)
    {
        int[] steps = [.. Enumerable.Range(0, 3).Select(axis => Math.Max(1, (int)Math.Round(PointDistance / volume.Spacing[axis])))];
        var points = new List<int>();
        for (int k = 0; k < volume.Size.K; k += steps[2])
        {
            for (int j = 0; j < volume.Size.J; j += steps[1])
            {
                for (int i = 0; i < volume.Size.I; i += steps[0])
                {
                    int v = volume.Size.IndexOf(i, j, k);
                    if (volume.Brain[v] != 0) points.Add(v);
                }
            }
        }

        return [.. points];
    }

    private static double MedianAt(float[] image, int[] points) =>
        points.Length == 0 ? 0 : RobustStatistics.Median([.. points.Select(v => image[v])]);

    private static double Interpolate(float[] image, StudySlab volume, Point3 at)
    {
        double x = at.X / volume.Spacing.X, y = at.Y / volume.Spacing.Y, z = at.Z / volume.Spacing.Z, sum = 0;
        int i = (int)Math.Floor(x), j = (int)Math.Floor(y), k = (int)Math.Floor(z);
        for (int corner = 0; corner < 8; corner++)
        {
            int di = corner & 1, dj = (corner >> 1) & 1, dk = corner >> 2;
            double weight = Weight(x - i, di) * Weight(y - j, dj) * Weight(z - k, dk);
            if (weight == 0) continue;
            sum += weight * image[volume.Size.IndexOf(
                Math.Clamp(i + di, 0, volume.Size.I - 1), Math.Clamp(j + dj, 0, volume.Size.J - 1), Math.Clamp(k + dk, 0, volume.Size.K - 1))];
        }

        return sum;

        static double Weight(double part, int side) => side == 0 ? 1 - part : part;
    }
}
