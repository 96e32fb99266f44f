using StrokeFramework.KMeansFastMarching.Marching;

namespace StrokeFramework.KMeansFastMarching.Tests;

public sealed class FrontMarcherTests
{
    [Theory]
    [InlineData(41, 41, 1, 1, 1, 1)]
    [InlineData(41, 31, 1, 0.9, 1.7, 5)]
    [InlineData(21, 19, 17, 1, 1, 1)]
    [InlineData(25, 21, 9, 0.9, 1.3, 5)]
    public void Arrival_AtUnitSpeed_IsTheDistance_ExactlyAlongAxes(int i, int j, int k, double x, double y, double z)
    {
        var size = new GridSize(i, j, k);
        var spacing = new Point3(x, y, z);
        int seed = size.IndexOf(i / 2, j / 2, k / 2);
        double[] times = March(size, spacing, [seed]);
        // The first-order scheme is late by at most about two voxels' diagonals near a point source.
        double slack = 0.75 * spacing.Length;
        for (int v = 0; v < times.Length; v++)
        {
            double dx = ((v % i) - (i / 2)) * x, dy = ((v / i % j) - (j / 2)) * y, dz = ((v / (i * j)) - (k / 2)) * z;
            double distance = new Point3(dx, dy, dz).Length;
            int zeros = (dx == 0 ? 1 : 0) + (dy == 0 ? 1 : 0) + (dz == 0 ? 1 : 0);
            if (zeros >= 2) Assert.Equal(distance, times[v], 1e-9);
            else Assert.InRange(times[v], distance - 1e-9, (1.05 * distance) + slack);
        }
    }

    [Fact]
    public void Arrival_FromAPlane_IsExactEverywhere()
    {
        var size = new GridSize(6, 7, 12);
        int[] plane = [.. Enumerable.Range(0, size.SliceCount)];
        double[] times = March(size, new(0.9, 1.1, 5), plane);
        for (int v = 0; v < times.Length; v++) Assert.Equal(v / size.SliceCount * 5.0, times[v], 1e-9);
    }

    [Fact]
    public void Arrival_OnAFinerGrid_ComesCloserToTheDistance()
    {
        double Error(int n)
        {
            var size = new GridSize((2 * n) + 1, (2 * n) + 1, 1);
            double[] times = March(size, new(1.0 / n, 1.0 / n, 1), [size.IndexOf(n, n, 0)]);
            return Math.Abs(times[^1] - Math.Sqrt(2));
        }

        Assert.True(Error(20) < 0.75 * Error(10));
        Assert.True(Error(40) < 0.75 * Error(20));
    }

    [Theory]
    [InlineData(0, 0, 1.0)]
    [InlineData(0, 2, 1.0)]
    public void Arrival_BetweenTwoNeighbors_FollowsTheClosedForm(double a, double b, double f)
    {
        // Seeds left and above of the corner; the second one starts later through a slow detour is left out: a = b = 0.
        double expected = Math.Abs(a - b) >= f ? Math.Min(a, b) + f : (a + b + Math.Sqrt((2 * f * f) - ((a - b) * (a - b)))) / 2;
        var size = new GridSize(2, 2, 1);
        double[] times = b == 0 ? March(size, new(1, 1, 1), [1, 2]) : March(size, new(1, 1, 1), [1]);
        Assert.Equal(expected, times[3], 1e-12);
    }

    [Fact]
    public void Arrival_StopsAtTheLimitAndAtWalls()
    {
        var size = new GridSize(9, 1, 1);
        double[] times = new FrontMarcher(size, new(1, 1, 1)).March(v => v == 7 ? double.PositiveInfinity : 1, [2], 4, CancellationToken.None);
        Assert.Equal([2, 1, 0, 1, 2, 3, 4, double.PositiveInfinity, double.PositiveInfinity], times);
    }

    [Fact]
    public void Slowness_GrowsWithTheDifferenceUpToTheCutoff()
    {
        var speed = new FrontSpeed(0.75, 20);
        Assert.Equal(1, speed.Slowness(0.75f));
        Assert.Equal(1 + Math.Sqrt(255 * 0.05), speed.Slowness(0.7f), 1e-4);
        Assert.Equal(1 + Math.Sqrt(255 * 0.05), speed.Slowness(0.8f), 1e-4);
        Assert.Equal(1000, speed.Slowness(0.65f));
        Assert.Equal(1000, speed.Slowness(0.85f));
    }

    [Theory]
    [InlineData(0.8, 0.7, 12.75)]
    [InlineData(0.9, 0.5, 25)]
    [InlineData(0.1, 0.2, 12.75)]
    public void HalfDistance_IsHalfTheWayToTheNextCenterUpToTheExamplesCutoff(double lesion, double next, double expected) =>
        Assert.Equal(expected, FrontSpeed.HalfDistance(lesion, next), 1e-9);

    private static double[] March(GridSize size, Point3 spacing, int[] seeds) =>
        new FrontMarcher(size, spacing).March(_ => 1, seeds, double.PositiveInfinity, CancellationToken.None);
}
