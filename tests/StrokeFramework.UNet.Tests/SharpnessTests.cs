using StrokeFramework.UNet.Images;

namespace StrokeFramework.UNet.Tests;

public sealed class SharpnessTests
{
    private static readonly GridSize Size = new(20, 18, 12);

    [Fact]
    public void RoughnessOf_ACheckerboard_IsTwiceItsHeight()
    {
        // Each voxel is 1 + h or 1 - h, and all its neighbors are the other.
        float[] image = Image((i, j, k) => ((i + j + k) % 2 == 0) ? 1.1f : 0.9f);
        Assert.Equal(0.2, Sharpness.RoughnessOf(image, Full(), Size, 1), 6);
        Assert.Equal(0.1, Sharpness.RoughnessOf(image, Full(), Size, 2), 6);
    }

    [Fact]
    public void RoughnessOf_ARamp_OrOfNoBrain_IsNothing()
    {
        Assert.Equal(0, Sharpness.RoughnessOf(Image((i, j, k) => i + (2 * j) - k), Full(), Size, 1), 6);
        Assert.Equal(0, Sharpness.RoughnessOf(Image((i, j, k) => i * j * k % 7), new byte[Size.Count], Size, 1));
    }

    [Fact]
    public void RoughnessOf_APicture_AsksFourNeighbors()
    {
        var picture = new GridSize(9, 9, 1);
        var image = new float[picture.Count];
        image[picture.IndexOf(4, 4, 0)] = 8;
        byte[] brain = [.. Enumerable.Repeat((byte)1, (int)picture.Count)];
        // 8 at the point itself, and 8 / 4 at each of its four neighbors, over the 49 voxels within.
        Assert.Equal((8 + (4 * 2)) / 49.0, Sharpness.RoughnessOf(image, brain, picture, 1), 6);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.05)]
    public void Limit_SmoothsToTheRoughnessAskedFor(double roughness)
    {
        var random = new Random(3);
        float[] image = Image((i, j, k) => 100 + (float)(20 * (random.NextDouble() - 0.5)));
        float[] smooth = Sharpness.Limit(image, Full(), Size, new(2, 2, 2), 100, roughness, out double sigma);
        Assert.InRange(sigma, 0.2, 2);
        Assert.InRange(Sharpness.RoughnessOf(smooth, Full(), Size, 100), 0.9 * roughness, roughness);
    }

    [Fact]
    public void Limit_LeavesWhatIsSmoothEnough_AndStopsAtOneVoxel()
    {
        float[] even = Image((_, _, _) => 5), wild = Image((i, _, _) => i % 2 == 0 ? 1000 : 0);
        Assert.Same(even, Sharpness.Limit(even, Full(), Size, new(2, 2, 2), 5, 0.01, out double none));
        Assert.Equal(0, none);
        Sharpness.Limit(wild, Full(), Size, new(2, 2, 2), 1, 0.001, out double most);
        Assert.Equal(2, most, 6);
    }

    private static byte[] Full() => [.. Enumerable.Repeat((byte)1, (int)Size.Count)];

    private static float[] Image(Func<int, int, int, float> value)
    {
        var image = new float[Size.Count];
        for (int k = 0; k < Size.K; k++)
        {
            for (int j = 0; j < Size.J; j++)
            {
                for (int i = 0; i < Size.I; i++) image[Size.IndexOf(i, j, k)] = value(i, j, k);
            }
        }

        return image;
    }
}
