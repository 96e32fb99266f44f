using StrokeFramework.FcmActiveContour.Symmetry;
using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour.Tests;

public sealed class SymmetryTests
{
    private static readonly GridSize Size = new(90, 100, 12);
    private static readonly Point3 Spacing = new(2, 2, 6);

    [Fact]
    public void Pairs_AreWhatIsOnBothSides_AndALesionIsNot()
    {
        MidsagittalPlane plane = Plane(0, 0, 0);
        StudySlab slab = Head(plane, _ => false);
        // Two ventricles, and a lesion on the left that touches neither.
        byte[] mask = [.. Enumerable.Range(0, (int)Size.Count).Select(v => Box(v, 38, 42, 40, 60) || Box(v, 47, 51, 42, 62) || Box(v, 15, 25, 60, 70) ? (byte)1 : (byte)0)];
        byte[] pairs = new MirrorPairs(slab, plane, 4, 0.5).Find(mask);
        for (int v = 0; v < mask.Length; v++) Assert.Equal(mask[v] != 0 && !Box(v, 15, 25, 60, 70), pairs[v] != 0);
        Assert.False(new MirrorPairs(slab, plane, 4, 1).IsOn);
    }

    private static bool Box(int v, int fromI, int toI, int fromJ, int toJ) =>
        v % Size.I >= fromI && v % Size.I < toI && v / Size.I % Size.J >= fromJ && v / Size.I % Size.J < toJ;

    private static MidsagittalPlane Plane(double shift, double slope, double tilt)
    {
        var normal = new Point3(1, slope, tilt);
        return new(new(((Size.I - 1) * Spacing.X / 2) + shift, (Size.J - 1) * Spacing.Y / 2, (Size.K - 1) * Spacing.Z / 2), (1 / normal.Length) * normal);
    }

    /// <summary>An ellipsoid with two dark ventricles, symmetric about a plane.</summary>
    private static StudySlab Head(MidsagittalPlane plane, Func<Point3, bool> lesion)
    {
        Point3 up = new(-plane.Normal.Y, plane.Normal.X, 0);
        up = (1 / up.Length) * up;
        double Reach(Point3 at, Point3 center, Point3 radii)
        {
            Point3 d = at - center;
            double x = Dot(d, plane.Normal), y = Dot(d, up), z = Math.Sqrt(Math.Max(0, Dot(d, d) - (x * x) - (y * y)));
            return new Point3(x / radii.X, y / radii.Y, z / radii.Z).Length;
        }

        Point3 At(int v) => new(v % Size.I * Spacing.X, v / Size.I % Size.J * Spacing.Y, v / Size.SliceCount * Spacing.Z);
        Point3 left = plane.Origin + (-12 * plane.Normal), right = plane.Origin + (12 * plane.Normal);
        return Slabs.Of(Size, Spacing, v => Reach(At(v), left, new(6, 22, 18)) <= 1 || Reach(At(v), right, new(6, 22, 18)) <= 1 ? 0.25f : lesion(At(v)) ? 0.6f : 0.4f,
            v => Reach(At(v), plane.Origin, new(60, 78, 32)) <= 1);
    }

    private static double Dot(Point3 a, Point3 b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);
}
