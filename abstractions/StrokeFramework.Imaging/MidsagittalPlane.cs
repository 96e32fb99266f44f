namespace StrokeFramework.Imaging;

/// <summary>
/// The plane between the hemispheres: the one about which a brain is most like its mirror image. It passes near the
/// middle of the brain and may be turned and tilted by some degrees against the grid.
/// </summary>
/// <param name="Origin">A point of the plane, in mm along the axes of a <see cref="CanonicalGrid"/> from its first voxel.</param>
/// <param name="Normal">Its unit normal, which points to the patient's right.</param>
public readonly record struct MidsagittalPlane(Point3 Origin, Point3 Normal)
{
    private const double SampleDistance = 4, LargestShift = 12, LargestSlope = 0.35, LargestTilt = 0.2, SmallestStep = 0.2;
    private const int Rounds = 40, CoarseStride = 5;

    // How far a voxel may lie from normal brain and still count in full: neither a lesion nor an artefact turns the plane.
    private const double Clip = 3;

    /// <summary>Finds the plane of a brain by comparing samples of its image with their mirror images.</summary>
    /// <param name="volume">The whole brain in canonical order.</param>
    /// <param name="cancellation">Looked at for every plane that is tried.</param>
    /// <returns>The best plane within 12 mm and 19° of the brain's middle, and tilted by 11° at most; the middle itself where there is no brain.</returns>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static MidsagittalPlane Find(StudySlab volume, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(volume);
        var samples = new MirrorSamples(volume, SampleDistance, Clip);
        Point3 middle = samples.Middle;
        // Shift in mm; slopes of the normal against front and top, the latter only where there is a third axis.
        double[] best = [0, 0, 0], step = [LargestShift / 4, LargestSlope / 7, LargestTilt / 4];
        double[] limit = [LargestShift, LargestSlope, volume.Size.K > 1 ? LargestTilt : 0];
        double least = double.PositiveInfinity;
        int stride = CoarseStride, tilts = limit[2] > 0 ? 2 : 0;
        // Most heads lie nearly straight, and what is worse than the best so far is given up early.
        Try([0, 0, 0]);
        for (int shift = -4; shift <= 4; shift++)
        {
            for (int slope = -7; slope <= 7; slope++)
            {
                for (int tilt = -tilts; tilt <= tilts; tilt++) Try([shift * step[0], slope * step[1], tilt * step[2]]);
            }
        }

        stride = 1;
        least = samples.Difference(Plane(middle, best), stride, double.PositiveInfinity);
        for (int round = 0; round < Rounds && step[0] > SmallestStep; round++)
        {
            double before = least;
            for (int n = 0; n < 3; n++)
            {
                foreach (int sign in (ReadOnlySpan<int>)[-1, 1])
                {
                    double[] trial = [.. best];
                    trial[n] += sign * step[n];
                    if (Math.Abs(trial[n]) <= limit[n]) Try(trial);
                }
            }

            if (least < before) continue;
            for (int n = 0; n < 3; n++) step[n] /= 2;
        }

        return Plane(middle, best);

        void Try(double[] parameters)
        {
            cancellation.ThrowIfCancellationRequested();
            double cost = samples.Difference(Plane(middle, parameters), stride, least);
            if (cost < least || (cost == least && Bend(parameters) < Bend(best))) (least, best) = (cost, parameters);
        }
    }

    /// <summary>The mirror image of a point, in mm along the canonical axes from the first voxel.</summary>
    public Point3 Mirror(Point3 at) => at - ((2 * DistanceTo(at)) * Normal);

    /// <summary>The mirror image of a point within its own slice, where one slice is all there is: about the line in which the plane cuts it.</summary>
    public Point3 MirrorInSlice(Point3 at)
    {
        double away = 2 * DistanceTo(at) / ((Normal.X * Normal.X) + (Normal.Y * Normal.Y));
        return new(at.X - (away * Normal.X), at.Y - (away * Normal.Y), at.Z);
    }

    /// <summary>How far the plane is turned in the slice, in degrees; positive where its front points to the patient's left.</summary>
    public double Turn => Math.Atan2(Normal.Y, Normal.X) * 180 / Math.PI;

    /// <summary>How far the plane is tilted across slices, in degrees; positive where its top points to the patient's left.</summary>
    public double Tilt => Math.Atan2(Normal.Z, Normal.X) * 180 / Math.PI;

    /// <summary>How far a point lies to the patient's right of the plane, in mm; negative to the left.</summary>
    public double DistanceTo(Point3 at)
    {
        Point3 from = at - Origin;
        return (from.X * Normal.X) + (from.Y * Normal.Y) + (from.Z * Normal.Z);
    }

    /// <summary>The voxel nearest to the mirror image of a voxel; -1 when that lies outside the grid.</summary>
    /// <param name="voxel">Linear index in canonical order.</param>
    /// <param name="volume">The grid.</param>
    public int MirrorOf(int voxel, StudySlab volume)
    {
        ArgumentNullException.ThrowIfNull(volume);
        GridSize size = volume.Size;
        Point3 spacing = volume.Spacing, at = Mirror(new(voxel % size.I * spacing.X, voxel / size.I % size.J * spacing.Y, voxel / size.SliceCount * spacing.Z));
        int i = (int)Math.Round(at.X / spacing.X), j = (int)Math.Round(at.Y / spacing.Y), k = (int)Math.Round(at.Z / spacing.Z);
        return (uint)i < (uint)size.I && (uint)j < (uint)size.J && (uint)k < (uint)size.K ? size.IndexOf(i, j, k) : -1;
    }

    // Of planes that fit alike, as on an image without structure, the straightest.
    private static double Bend(double[] parameters) => Math.Abs(parameters[0] / LargestShift) + Math.Abs(parameters[1] / LargestSlope) + Math.Abs(parameters[2] / LargestTilt);

    private static MidsagittalPlane Plane(Point3 middle, double[] parameters)
    {
        var normal = new Point3(1, parameters[1], parameters[2]);
        return new(middle + new Point3(parameters[0], 0, 0), (1 / normal.Length) * normal);
    }
}
