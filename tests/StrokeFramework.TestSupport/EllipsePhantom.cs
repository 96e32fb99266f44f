namespace StrokeFramework.TestSupport;

/// <summary>
/// A simple head for tests: an ellipsoidal brain at 0.1 of full scale with texture, two dark ventricles, lesions, blur
/// within slices and noise, as 12-bit numbers. It has no anatomy and says nothing about real scans.
/// </summary>
public sealed record EllipsePhantom
{
    /// <summary>Voxels along right, anterior and superior.</summary>
    public GridSize Size { get; init; } = new(128, 128, 1);

    /// <summary>Voxel spacing in mm.</summary>
    public Point3 Spacing { get; init; } = new(1.8, 1.8, 5);

    /// <summary>The lesions.</summary>
    public IReadOnlyList<PhantomLesion> Lesions { get; init; } = [];

    /// <summary>Standard deviation of the noise, on the unit range.</summary>
    public double Noise { get; init; } = 0.006;

    /// <summary>Standard deviation of the tissue's texture before blurring, on the unit range.</summary>
    public double Texture { get; init; } = 0.02;

    /// <summary>Seed of noise and texture.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Makes the study, in 12-bit numbers that its acquisition names, and the true lesion mask.</summary>
    public (DiffusionStudy Study, Volume<byte> Truth) Make()
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(Size, Spacing);
        var random = new Random(Seed);
        var truth = new byte[Size.Count];
        var clean = new double[Size.Count];
        for (int v = 0; v < clean.Length; v++)
        {
            Point3 at = Position(v);
            if (Reach(at, default, new(65, 80, 65)) > 1) continue;
            clean[v] = 0.1 + (Texture * Gauss(random));
            if (Reach(at, new(-12, 5, 0), new(6, 20, 18)) <= 1 || Reach(at, new(12, 5, 0), new(6, 20, 18)) <= 1) clean[v] = 0.035;
            foreach (PhantomLesion lesion in Lesions)
            {
                if (Reach(at, lesion.Center, lesion.Radii) > 1) continue;
                clean[v] = lesion.Level + (Texture * Gauss(random));
                truth[v] = 1;
            }
        }

        double[] blurred = Blur(clean);
        var image = new float[clean.Length];
        for (int v = 0; v < image.Length; v++)
        {
            double re = blurred[v] + (Noise * Gauss(random)), im = Noise * Gauss(random);
            image[v] = (float)Math.Clamp(Math.Round(4095 * Math.Sqrt((re * re) + (im * im))), 0, 4095);
        }

        var study = new DiffusionStudy(new(geometry, image), acquisition: new() { BitsStored = 12 });
        return (study, new(geometry, truth));
    }

    private static double Reach(Point3 at, Point3 center, Point3 radii)
    {
        Point3 d = at - center;
        return new Point3(d.X / radii.X, d.Y / radii.Y, d.Z / radii.Z).Length;
    }

    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private Point3 Position(int v)
    {
        int i = v % Size.I, j = v / Size.I % Size.J, k = v / Size.SliceCount;
        return new((i - (0.5 * (Size.I - 1))) * Spacing.X, (j - (0.5 * (Size.J - 1))) * Spacing.Y, (k - (0.5 * (Size.K - 1))) * Spacing.Z);
    }

    /// <summary>The mean of 3x3 voxels in each slice.</summary>
    private double[] Blur(double[] image)
    {
        var result = new double[image.Length];
        for (int v = 0; v < image.Length; v++)
        {
            int i = v % Size.I, j = v / Size.I % Size.J, k = v / Size.SliceCount;
            double sum = 0;
            int count = 0;
            for (int y = Math.Max(0, j - 1); y <= Math.Min(Size.J - 1, j + 1); y++)
            {
                for (int x = Math.Max(0, i - 1); x <= Math.Min(Size.I - 1, i + 1); x++, count++) sum += image[Size.IndexOf(x, y, k)];
            }

            result[v] = sum / count;
        }

        return result;
    }
}
