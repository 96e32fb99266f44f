using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Tests.Data;

public sealed class NiftiGeometryTests
{
    private const float Half = 0.70710678f;

    [Fact]
    public void Sform_IsTakenRowByRow_AndWinsOverQform()
    {
        NiftiImage image = Read(new NiftiBytes().Ramp(4, 4, 4)
            .Sform(2, -2, 0.1f, 0, 90, 0, 2, 0.2f, -126, 0.3f, 0, 2, -72).Qform(1, 0, 0, 0, 0, 0, 0));
        AffineTransform map = image.Geometry.IndexToWorld;
        Near(new(-2, 0, 0.3), map.ColumnI);
        Near(new(0.1, 2, 0), map.ColumnJ);
        Near(new(0, 0.2, 2), map.ColumnK);
        Near(new(90, -126, -72), map.Origin);
        Assert.Contains(image.Warnings, w => w.Contains("two places in space that disagree", StringComparison.Ordinal));
    }

    // Turns about one axis, with where they take the other two by hand.
    public static TheoryData<float[], double[], double[], double[]> Turns => new()
    {
        { [0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1] },
        { [Half, 0, 0], [1, 0, 0], [0, 0, 1], [0, -1, 0] },
        { [0, Half, 0], [0, 0, -1], [0, 1, 0], [1, 0, 0] },
        { [0, 0, Half], [0, 1, 0], [-1, 0, 0], [0, 0, 1] },
        { [0, 0, -Half], [0, -1, 0], [1, 0, 0], [0, 0, 1] },
        { [1, 0, 0], [1, 0, 0], [0, -1, 0], [0, 0, -1] },
        { [0, 1, 0], [-1, 0, 0], [0, 1, 0], [0, 0, -1] },
        { [0, 0, 1.0000001f], [-1, 0, 0], [0, -1, 0], [0, 0, 1] },
        { [0.5f, 0.5f, 0.5f], [0, 1, 0], [0, 0, 1], [1, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(Turns))]
    public void Qform_TurnsTheAxes_AndQfacReversesTheThird(float[] quaternion, double[] i, double[] j, double[] k)
    {
        foreach (float qfac in new[] { 1f, -1f, 0f })
        {
            NiftiImage image = Read(new NiftiBytes().Ramp(2, 2, 2).Pixdim(qfac, 2, 3, 4).Qform(1, [.. quaternion, 10, 20, 30]));
            AffineTransform map = image.Geometry.IndexToWorld;
            Near(2 * Vector(i), map.ColumnI);
            Near(3 * Vector(j), map.ColumnJ);
            Near((qfac < 0 ? -4 : 4) * Vector(k), map.ColumnK);
            Near(new(10, 20, 30), map.Origin);
            Assert.Empty(image.Warnings);
        }
    }

    [Fact]
    public void RandomOrientations_SurviveTheQuaternion()
    {
        var random = new Random(3);
        for (int n = 0; n < 500; n++)
        {
            double[] q = [.. Enumerable.Range(0, 4).Select(_ => (random.NextDouble() * 2) - 1)];
            double length = Math.Sqrt(q.Sum(v => v * v));
            (double w, double x, double y, double z) = (q[0] / length, q[1] / length, q[2] / length, q[3] / length);
            // Rodrigues' formula, independent of the standard's matrix.
            Point3 Turn(Point3 v)
            {
                var axis = new Point3(x, y, z);
                Point3 once = Cross(axis, v);
                return v + ((2 * w) * once) + (2 * Cross(axis, once));
            }

            double flip = n % 2 == 0 ? 1 : -1;
            var map = new AffineTransform(0.9 * Turn(new(1, 0, 0)), 1.1 * Turn(new(0, 1, 0)), (5 * flip) * Turn(new(0, 0, 1)), new(1, 2, 3));
            RotationQuaternion made = RotationQuaternion.From(map)!.Value;
            AffineTransform back = Read(new NiftiBytes().Ramp(2, 2, 2).Pixdim((float)made.Flip, 0.9f, 1.1f, 5)
                .Qform(1, (float)made.B, (float)made.C, (float)made.D, 1, 2, 3)).Geometry.IndexToWorld;
            Assert.Equal(flip, made.Flip);
            // The scalar part is not stored: near a half turn it comes from 1 minus three rounded squares.
            Near(map.ColumnI, back.ColumnI, 5e-3);
            Near(map.ColumnJ, back.ColumnJ, 5e-3);
            Near(map.ColumnK, back.ColumnK, 5e-3);
        }
    }

    [Fact]
    public void WithoutCodes_TheVoxelSizeCounts_WithAWarning()
    {
        NiftiImage image = Read(new NiftiBytes().Ramp(2, 2, 2).Pixdim(1, 2, 3, 4));
        Assert.Equal(new Point3(2, 3, 4), image.Geometry.Spacing);
        Assert.Contains("left and right cannot be told", Assert.Single(image.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0.002f, 2)]
    [InlineData(2, 2, 2)]
    [InlineData(3, 2000, 2)]
    [InlineData(0, 2, 2)]
    public void Units_AreBroughtToMillimetres(byte unit, float stored, double expected)
    {
        foreach (NiftiBytes file in new[]
        {
            new NiftiBytes().Ramp(2, 2, 2).Sform(1, stored, 0, 0, stored, 0, stored, 0, 0, 0, 0, stored, 0),
            new NiftiBytes().Ramp(2, 2, 2).Pixdim(1, stored, stored, stored).Qform(1, 0, 0, 0, stored, 0, 0),
        })
        {
            // The second field of the byte is a unit of time and must not disturb.
            NiftiImage image = Read(file.Byte(123, (byte)(unit | 8)));
            Near(new(expected, expected, expected), image.Geometry.Spacing);
            Near(new(expected, 0, 0), image.Geometry.IndexToWorld.Origin);
        }
    }

    [Fact]
    public void SliceWithoutThickness_GetsOneMillimetreWithAWarning()
    {
        NiftiImage image = Read(new NiftiBytes().Ramp(4, 4, 1).Pixdim(1, 0.9f, 0.9f, 0).Qform(1, 0, 0, 0, 0, 0, 0));
        Assert.Equal(1, image.Geometry.Spacing.Z, 6);
        Assert.Contains("1 mm is assumed", Assert.Single(image.Warnings), StringComparison.Ordinal);
    }

    private static Point3 Vector(double[] v) => new(v[0], v[1], v[2]);

    private static Point3 Cross(Point3 a, Point3 b) =>
        new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));

    private static void Near(Point3 expected, Point3 actual, double tolerance = 1e-5) =>
        Assert.True((expected - actual).Length < tolerance, $"{expected} expected, {actual} found");

    private static NiftiImage Read(NiftiBytes file) => NiftiFile.Read(new MemoryStream(file.ToArray()), "test.nii");
}
