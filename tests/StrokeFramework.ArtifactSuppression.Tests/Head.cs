using StrokeFramework.Imaging;

namespace StrokeFramework.ArtifactSuppression.Tests;

/// <summary>A head that is symmetric about a plane that is shifted and turned: an ellipsoid with two ventricles.</summary>
internal static class Head
{
    public static GridSize Size { get; } = new(80, 100, 12);

    public static VolumeGeometry Geometry { get; } = VolumeGeometry.FromSpacing(Size, new(2, 2, 5));

    public static StudySlab Make(double shift, double yaw, double roll, bool lesion) => new SliceMapper(Study(shift, yaw, roll, lesion)).Volume;

    public static DiffusionStudy Study(double shift, double yaw, double roll, bool lesion)
    {
        var image = new float[Size.Count];
        var brain = new byte[Size.Count];
        Point3 middle = Middle;
        for (int v = 0; v < image.Length; v++)
        {
            Point3 p = new Point3(v % Size.I * 2.0, v / Size.I % Size.J * 2.0, v / Size.SliceCount * 5.0) - middle;
            // Across the plane, along it, and the rest.
            double x = (p.X - shift - (yaw * p.Y) - (roll * p.Z)) / Math.Sqrt(1 + (yaw * yaw) + (roll * roll));
            double y = p.Y + (yaw * x), z = p.Z + (roll * x);
            if (Reach(x, y, z, 60, 75, 40) > 1) continue;
            brain[v] = 1;
            image[v] = Reach(Math.Abs(x) - 15, y, z, 6, 25, 15) <= 1 ? 0.2f : Reach(Math.Abs(x) - 35, y - 20, z, 9, 15, 20) <= 1 ? 0.5f : 0.4f;
            if (lesion && Reach(x - 35, y + 25, z, 18, 22, 20) <= 1) image[v] = 0.9f;
        }

        var dwi = new Volume<float>(Geometry, image);
        return new DiffusionStudy(dwi).WithDwi(dwi, unitIntensity: true).WithBrainMask(new(Geometry, brain));
    }

    public static StudySlab Constant()
    {
        var image = new float[Size.Count];
        var brain = new byte[Size.Count];
        Array.Fill(image, 0.4f);
        Array.Fill(brain, (byte)1);
        return new SliceMapper(new DiffusionStudy(new Volume<float>(Geometry, image)).WithBrainMask(new(Geometry, brain))).Volume;
    }

    public static Point3 Middle { get; } = new(Size.I - 1, Size.J - 1, 2.5 * (Size.K - 1));

    private static double Reach(double x, double y, double z, double a, double b, double c) => new Point3(x / a, y / b, z / c).Length;
}
