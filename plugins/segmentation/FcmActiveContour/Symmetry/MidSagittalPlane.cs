using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour.Symmetry;

/// <summary>
/// The plane that a head is most alike on both sides of. It passes near the middle of the brain and may be turned and
/// tilted by some degrees against the grid.
/// </summary>
/// <param name="Origin">A point of the plane, in mm along the grid's axes.</param>
/// <param name="Normal">Its unit normal, pointing to the right.</param>
internal readonly record struct MidSagittalPlane(Point3 Origin, Point3 Normal)
{
    private const double SampleDistance = 4, LargestShift = 12, LargestSlope = 0.2;

    /// <summary>The mirror image of a point, in mm along the grid's axes.</summary>
    public Point3 Mirror(Point3 at) => at - ((2 * Dot(at - Origin, Normal)) * Normal);

    /// <summary>Finds the plane by comparing samples of the image with their mirror images.</summary>
    /// <param name="slab">The whole brain.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    public static MidSagittalPlane Find(StudySlab slab, CancellationToken cancellation)
    {
        Point3 center = MiddleOf(slab);
        int stepI = Step(slab.Spacing.X), stepJ = Step(slab.Spacing.Y), stepK = Step(slab.Spacing.Z);
        // Shift in mm; slopes against front and top, the latter only where there is a third axis.
        double[] best = [0, 0, 0], stride = [LargestShift / 4, LargestSlope / 4, LargestSlope / 4];
        double[] limit = [LargestShift, LargestSlope, slab.Size.K > 1 ? LargestSlope : 0];
        double least = Cost(best);
        for (double shift = -limit[0]; shift <= limit[0]; shift += stride[0])
        {
            for (double slope = -limit[1]; slope <= limit[1]; slope += stride[1]) Try([shift, slope, 0]);
        }

        for (int round = 0; round < 40 && stride[0] > 0.2; round++)
        {
            double before = least;
            for (int n = 0; n < 3; n++)
            {
                foreach (int sign in new[] { -1, 1 })
                {
                    double[] trial = [.. best];
                    trial[n] += sign * stride[n];
                    if (Math.Abs(trial[n]) <= limit[n]) Try(trial);
                }
            }

            if (least < before) continue;
            for (int n = 0; n < 3; n++) stride[n] /= 2;
        }

        return Plane(center, best);

        void Try(double[] parameters)
        {
            cancellation.ThrowIfCancellationRequested();
            double cost = Cost(parameters);
            if (cost < least) (least, best) = (cost, parameters);
        }

        double Cost(double[] parameters) => Plane(center, parameters).Difference(slab, stepI, stepJ, stepK);
    }

    private static int Step(double spacing) => Math.Max(1, (int)Math.Round(SampleDistance / spacing));

    private static MidSagittalPlane Plane(Point3 center, double[] parameters)
    {
        var normal = new Point3(1, parameters[1], parameters[2]);
        return new(center + new Point3(parameters[0], 0, 0), (1 / normal.Length) * normal);
    }

    private static Point3 MiddleOf(StudySlab slab)
    {
        var sum = default(Point3);
        int count = 0;
        for (int k = 0; k < slab.Size.K; k++)
        {
            for (int j = 0; j < slab.Size.J; j++)
            {
                ReadOnlySpan<byte> row = slab.Brain.Slice(slab.Size.IndexOf(0, j, k), slab.Size.I);
                for (int i = 0; i < row.Length; i++)
                {
                    if (row[i] == 0) continue;
                    sum += new Point3(i * slab.Spacing.X, j * slab.Spacing.Y, k * slab.Spacing.Z);
                    count++;
                }
            }
        }

        return (1.0 / Math.Max(1, count)) * sum;
    }

    private static double Dot(Point3 a, Point3 b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);

    /// <summary>The mean absolute difference of samples to their mirror images; outside the brain the image counts as 0.</summary>
    private double Difference(StudySlab slab, int stepI, int stepJ, int stepK)
    {
        ReadOnlySpan<float> image = slab.Dwi;
        ReadOnlySpan<byte> brain = slab.Brain;
        GridSize size = slab.Size;
        double sum = 0;
        int count = 0;
        for (int k = 0; k < size.K; k += stepK)
        {
            for (int j = 0; j < size.J; j += stepJ)
            {
                for (int i = 0; i < size.I; i += stepI)
                {
                    int v = size.IndexOf(i, j, k);
                    if (brain[v] == 0 || !float.IsFinite(image[v])) continue;
                    int mirror = IndexOf(Mirror(new(i * slab.Spacing.X, j * slab.Spacing.Y, k * slab.Spacing.Z)), slab);
                    float other = mirror >= 0 && brain[mirror] != 0 && float.IsFinite(image[mirror]) ? image[mirror] : 0;
                    sum += Math.Abs(image[v] - other);
                    count++;
                }
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>The voxel nearest to a point; -1 when it lies outside the grid.</summary>
    public static int IndexOf(Point3 at, StudySlab slab)
    {
        int i = (int)Math.Round(at.X / slab.Spacing.X), j = (int)Math.Round(at.Y / slab.Spacing.Y), k = (int)Math.Round(at.Z / slab.Spacing.Z);
        return (uint)i < (uint)slab.Size.I && (uint)j < (uint)slab.Size.J && (uint)k < (uint)slab.Size.K ? slab.Size.IndexOf(i, j, k) : -1;
    }
}
