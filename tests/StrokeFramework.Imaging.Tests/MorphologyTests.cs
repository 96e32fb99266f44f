namespace StrokeFramework.Imaging.Tests;

public sealed class MorphologyTests
{
    [Theory]
    [InlineData(StructuringShape.Cross)]
    [InlineData(StructuringShape.Box)]
    [InlineData(StructuringShape.Ball)]
    public void ErodeAndDilate_OfRandomMasks_MatchTheirDefinition(StructuringShape shape)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            GridSize size = RandomMask.Size(random, 9, seed % 3 == 0);
            var spacing = new Point3(0.9, 0.5 + random.NextDouble(), seed % 2 == 0 ? 5 : 1.8);
            byte[] mask = RandomMask.Of(random, size, 0.5);
            var element = new StructuringElement(shape, seed % 5 * 0.9);

            byte[] dilated = Morphology.Dilate(mask, size, spacing, element);
            byte[] eroded = Morphology.Erode(mask, size, spacing, element);

            for (int v = 0; v < mask.Length; v++)
            {
                (bool any, bool all) = Look(mask, size, spacing, element, v);
                Assert.Equal(any ? 1 : 0, dilated[v]);
                Assert.Equal(all ? 1 : 0, eroded[v]);
            }
        }
    }

    [Fact]
    public void Erode_WithARadiusOfOneSpacing_RemovesOneVoxelAllRound()
    {
        // 0.9 has no exact binary form; the radius still reaches its neighbor.
        var size = new GridSize(5, 5, 1);
        byte[] mask = new byte[25];
        for (int v = 0; v < 25; v++) mask[v] = v % 5 is > 0 and < 4 && v / 5 is > 0 and < 4 ? (byte)1 : (byte)0;
        byte[] eroded = Morphology.Erode(mask, size, new(0.9, 0.9, 5), StructuringElement.Ball(0.9));
        Assert.Equal(12, Array.IndexOf(eroded, (byte)1));
        Assert.Equal(1, eroded.Sum(v => v));
    }

    [Fact]
    public void Open_RemovesAThinBridgeAndCloseFillsAGap()
    {
        var size = new GridSize(9, 3, 1);
        byte[] bridge = [1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1];
        byte[] opened = Morphology.Open(bridge, size, new(1, 1, 1), StructuringElement.Box(1));
        Assert.Equal(0, opened[size.IndexOf(4, 1, 0)]);
        Assert.Equal(18, opened.Sum(v => v));

        byte[] gap = [1, 1, 0, 1, 1];
        Assert.Equal([1, 1, 1, 1, 1], Morphology.Close(gap, new(5, 1, 1), new(1, 1, 1), StructuringElement.Cross(1)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Dilate_WithAnImpossibleRadius_IsRefused(double radius) =>
        Assert.Throws<ArgumentException>(() => Morphology.Dilate(new byte[1], new(1, 1, 1), new(1, 1, 1), StructuringElement.Ball(radius)));

    private static (bool Any, bool All) Look(byte[] mask, GridSize size, Point3 spacing, StructuringElement element, int at)
    {
        const double Slack = 1e-5;
        bool any = false, all = true;
        (int i, int j, int k) = RandomMask.Position(at, size);
        for (int v = 0; v < mask.Length; v++)
        {
            (int a, int b, int c) = RandomMask.Position(v, size);
            double x = Math.Abs(a - i) * spacing.X, y = Math.Abs(b - j) * spacing.Y, z = Math.Abs(c - k) * spacing.Z;
            bool inside = element.Shape switch
            {
                StructuringShape.Ball => new Point3(x, y, z).Length <= element.Radius + Slack,
                StructuringShape.Box => Math.Max(x, Math.Max(y, z)) <= element.Radius + Slack,
                _ => x + y + z <= element.Radius + Slack && (x > 0 ? 1 : 0) + (y > 0 ? 1 : 0) + (z > 0 ? 1 : 0) <= 1,
            };
            if (!inside) continue;
            any |= mask[v] != 0;
            all &= mask[v] != 0;
        }

        return (any, all);
    }
}
