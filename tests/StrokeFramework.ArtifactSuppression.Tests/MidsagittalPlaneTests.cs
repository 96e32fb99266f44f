using StrokeFramework.Imaging;

namespace StrokeFramework.ArtifactSuppression.Tests;

public sealed class MidsagittalPlaneTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(9, 0.07, 0)]
    [InlineData(-6, -0.1, 0.05)]
    public void Find_InATurnedSymmetricHead_FindsItsPlane(double shift, double yaw, double roll)
    {
        StudySlab slab = Head.Make(shift, yaw, roll, lesion: false);
        MidsagittalPlane plane = MidsagittalPlane.Find(slab, TestContext.Current.CancellationToken);
        // The true plane passes the head's middle; at 60 mm from it the found one must be less than 2 mm away.
        Point3 middle = Head.Middle;
        for (int side = -1; side <= 1; side += 2)
        {
            double y = middle.Y + (60 * side), z = middle.Z + (20 * side);
            double truth = middle.X + shift + (yaw * (y - middle.Y)) + (roll * (z - middle.Z));
            Assert.Equal(truth, plane.Offset + (plane.Yaw * y) + (plane.Roll * z), 2.0);
        }

        Assert.InRange(plane.Mismatch, 0, 0.05);
    }

    [Fact]
    public void Find_WithALargeLesion_StillFindsThePlane()
    {
        StudySlab slab = Head.Make(5, 0.05, 0, lesion: true);
        MidsagittalPlane plane = MidsagittalPlane.Find(slab, TestContext.Current.CancellationToken);
        Point3 middle = Head.Middle;
        Assert.Equal(middle.X + 5, plane.Offset + (plane.Yaw * middle.Y) + (plane.Roll * middle.Z), 2.0);
    }

    [Fact]
    public void Reflect_Twice_IsThePointItself_AndThePlaneStays()
    {
        var plane = new MidsagittalPlane(40, 0.2, -0.1, 0);
        var p = new Point3(12, 34, 56);
        Point3 image = plane.Reflect(p), back = plane.Reflect(image);
        Assert.Equal(0, (back - p).Length, 1e-9);
        // Halfway lies on the plane, and the way there is along its normal.
        Point3 half = 0.5 * (p + image), way = image - p;
        Assert.Equal(plane.Offset + (plane.Yaw * half.Y) + (plane.Roll * half.Z), half.X, 1e-9);
        Assert.Equal(0, (way.X * 0.2) + way.Y, 1e-9);
        Assert.Equal(0, (way.X * -0.1) + way.Z, 1e-9);
    }

    [Fact]
    public void Find_InAConstantImage_IsNearTheMiddle()
    {
        // Every plane fits equally well, so the search stays where it began; its points are 2 voxels apart.
        StudySlab slab = Head.Constant();
        Assert.Equal(Head.Middle.X, MidsagittalPlane.Find(slab, TestContext.Current.CancellationToken).Reflect(Head.Middle).X, 4.0);
    }
}
