namespace StrokeFramework.Imaging.Tests;

public sealed class DistanceTransformTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(0.9, 0.9, 5)]
    [InlineData(2.5, 0.3, 1.1)]
    public void Distances_OfRandomMasks_MatchBruteForce(double x, double y, double z)
    {
        var spacing = new Point3(x, y, z);
        for (int seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            GridSize size = RandomMask.Size(random, 10, seed % 3 == 0);
            byte[] mask = RandomMask.Of(random, size, random.NextDouble());

            float[] toForeground = DistanceTransform.ToForeground(mask, size, spacing);
            float[] toBackground = DistanceTransform.ToBackground(mask, size, spacing);

            for (int v = 0; v < mask.Length; v++)
            {
                AssertClose(Nearest(mask, size, spacing, v, foreground: true), toForeground[v]);
                AssertClose(Nearest(mask, size, spacing, v, foreground: false), toBackground[v]);
            }
        }
    }

    [Fact]
    public void Distances_WithoutForeground_AreInfinite() =>
        Assert.All(DistanceTransform.ToForeground(new byte[12], new(3, 2, 2), new(1, 1, 1)), d => Assert.Equal(float.PositiveInfinity, d));

    private static void AssertClose(double expected, float actual)
    {
        if (double.IsInfinity(expected)) Assert.Equal(float.PositiveInfinity, actual);
        else Assert.Equal(expected, actual, 1e-5 * Math.Max(1, expected));
    }

    private static double Nearest(byte[] mask, GridSize size, Point3 spacing, int from, bool foreground)
    {
        (int i, int j, int k) = RandomMask.Position(from, size);
        double best = double.PositiveInfinity;
        for (int v = 0; v < mask.Length; v++)
        {
            if (mask[v] != 0 != foreground) continue;
            (int a, int b, int c) = RandomMask.Position(v, size);
            best = Math.Min(best, new Point3((a - i) * spacing.X, (b - j) * spacing.Y, (c - k) * spacing.Z).Length);
        }

        return best;
    }
}
