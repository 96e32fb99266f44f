using StrokeFramework.RCnn.Boxes;

namespace StrokeFramework.RCnn.Tests.Boxes;

public sealed class AnchorGridTests
{
    [Fact]
    public void Of_AMap_HasAnchorsOfTheirSizeInMillimetres_AroundTheCells()
    {
        const double Spacing = 1.6;
        double[] sizes = [8, 16, 32];
        float[] anchors = AnchorGrid.Of(3, 5, 4, sizes, Spacing);
        Assert.Equal(3 * 5 * 9 * 4, anchors.Length);
        int n = 0;
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 5; column++)
            {
                foreach (double size in sizes)
                {
                    foreach (double ratio in AnchorGrid.Ratios)
                    {
                        double width = (anchors[n + 2] - anchors[n]) * Spacing, height = (anchors[n + 3] - anchors[n + 1]) * Spacing;
                        Assert.Equal(size * size, width * height, 1e-2);
                        Assert.Equal(ratio, height / width, 1e-4);
                        Assert.Equal(4 * column, (anchors[n] + anchors[n + 2]) / 2, 1e-4);
                        Assert.Equal(4 * row, (anchors[n + 1] + anchors[n + 3]) / 2, 1e-4);
                        n += 4;
                    }
                }
            }
        }
    }
}
