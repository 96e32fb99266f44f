namespace StrokeFramework.Imaging.Tests;

public sealed class MidsagittalPlaneTests
{
    private static readonly GridSize Size = new(70, 84, 16);
    private static readonly Point3 Spacing = new(2.2, 2, 6);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(5, 0, 0)]
    [InlineData(-6, 6, 0)]
    [InlineData(3, -5, 4)]
    public void Find_InASymmetricHead_IsItsPlane(double shift, double turn, double tilt)
    {
        (StudySlab volume, Point3 center, Point3 normal) = Head(shift, turn, tilt, lesion: false);
        var plane = MidsagittalPlane.Find(volume, CancellationToken.None);
        Assert.True(Dot(plane.Normal, normal) > Math.Cos(2 * Math.PI / 180), $"{plane.Normal} against {normal}");
        Assert.Equal(0, plane.DistanceTo(center), 1.5);
    }

    [Fact]
    public void Find_WithALargeLesion_IsHardlyTurned()
    {
        (StudySlab volume, Point3 center, Point3 normal) = Head(2, 4, 0, lesion: true);
        var plane = MidsagittalPlane.Find(volume, CancellationToken.None);
        Assert.True(Dot(plane.Normal, normal) > Math.Cos(3 * Math.PI / 180), $"{plane.Normal} against {normal}");
        Assert.Equal(0, plane.DistanceTo(center), 2.0);
    }

    [Fact]
    public void Mirror_IsAReflection()
    {
        var plane = new MidsagittalPlane(new(10, 20, 30), (1 / new Point3(1, 0.2, -0.1).Length) * new Point3(1, 0.2, -0.1));
        var random = new Random(3);
        for (int n = 0; n < 100; n++)
        {
            var at = new Point3(random.NextDouble() * 50, random.NextDouble() * 50, random.NextDouble() * 50);
            Point3 mirror = plane.Mirror(at);
            Assert.Equal(0, (plane.Mirror(mirror) - at).Length, 1e-9);
            Assert.Equal(-plane.DistanceTo(at), plane.DistanceTo(mirror), 1e-9);
            Assert.Equal((at - plane.Origin).Length, (mirror - plane.Origin).Length, 1e-9);
        }
    }

    [Fact]
    public void Find_WithoutABrain_OrWithoutNumbers_DoesNotFail()
    {
        var empty = new SliceMapper(Study(new float[Size.Count], new byte[Size.Count])).Volume;
        Assert.Equal(new(1, 0, 0), MidsagittalPlane.Find(empty, CancellationToken.None).Normal);
        var noNumbers = new float[Size.Count];
        Array.Fill(noNumbers, float.NaN);
        var brain = new byte[Size.Count];
        Array.Fill(brain, (byte)1);
        var plane = MidsagittalPlane.Find(new SliceMapper(Study(noNumbers, brain)).Volume, CancellationToken.None);
        Assert.Equal(new(1, 0, 0), plane.Normal);
        Assert.Equal((Size.I - 1) * Spacing.X / 2, plane.Origin.X, 2.0);
    }

    [Fact]
    public void Find_IsCancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => MidsagittalPlane.Find(Head(0, 0, 0, false).Volume, source.Token));
    }

    private static double Dot(Point3 a, Point3 b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);

    private static DiffusionStudy Study(float[] dwi, byte[] brain)
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(Size, Spacing);
        return new DiffusionStudy(new(geometry, dwi)).WithBrainMask(new Volume<byte>(geometry, brain));
    }

    private static (StudySlab Volume, Point3 Center, Point3 Normal) Head(double shift, double turn, double tilt, bool lesion)
    {
        var center = new Point3(((Size.I - 1) * Spacing.X / 2) + shift, (Size.J - 1) * Spacing.Y / 2, (Size.K - 1) * Spacing.Z / 2);
        var raw = new Point3(1, Math.Tan(turn * Math.PI / 180), Math.Tan(tilt * Math.PI / 180));
        Point3 normal = (1 / raw.Length) * raw;
        var random = new Random(7);
        var dwi = new float[Size.Count];
        var brain = new byte[Size.Count];
        for (int v = 0; v < dwi.Length; v++)
        {
            Point3 from = new Point3(v % Size.I * Spacing.X, v / Size.I % Size.J * Spacing.Y, v / Size.SliceCount * Spacing.Z) - center;
            double x = Dot(from, normal);
            Point3 within = from - (x * normal);
            if ((x * x / 3000) + (within.Y * within.Y / 4900) + (within.Z * within.Z / 1800) > 1) continue;
            brain[v] = 1;
            bool ventricle = Math.Abs(Math.Abs(x) - 9) < 5 && Math.Abs(within.Y - 6) < 20 && Math.Abs(within.Z) < 16;
            double rim = (x * x / 3000) + (within.Y * within.Y / 4900) > 0.7 ? 1.2 : 1;
            dwi[v] = (float)((ventricle ? 0.4 : rim) + (0.05 * random.NextDouble()));
            if (lesion && Math.Pow(x - 30, 2) + (within.Y * within.Y) < 400) dwi[v] = 4;
        }

        return (new SliceMapper(Study(dwi, brain)).Volume, center, normal);
    }
}
