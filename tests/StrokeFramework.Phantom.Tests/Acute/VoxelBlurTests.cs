using System.Numerics;

namespace StrokeFramework.Phantom.Tests;

public sealed class VoxelBlurTests
{
    [Fact]
    public void Apply_Impulse_IsAGaussianOfTheGivenWidths()
    {
        var size = new GridSize(31, 31, 31);
        float[] values = new float[31 * 31 * 31];
        values[size.IndexOf(15, 15, 15)] = 1;
        VoxelBlur.Apply(values, new float[values.Length], size, new(0.8f, 1.3f, 1));
        Assert.Equal(1, values.Sum(), 1e-5);
        Vector3 variance = default;
        for (int v = 0; v < values.Length; v++)
        {
            Vector3 d = new Vector3(v % 31, v / 31 % 31, v / (31 * 31)) - new Vector3(15);
            variance += values[v] * d * d;
        }

        // Cut off at three standard deviations, a Gaussian on whole voxels is a few percent narrower.
        Assert.InRange(variance.X / 0.64f, 0.95f, 1.01f);
        Assert.InRange(variance.Y / 1.69f, 0.95f, 1.01f);
        Assert.InRange(variance.Z, 0.95f, 1.01f);
    }

    [Fact]
    public void Apply_NoWidth_ChangesNothing()
    {
        var size = new GridSize(9, 9, 9);
        float[] values = [.. Enumerable.Range(0, 729).Select(v => (float)Math.Sin(v))], before = [.. values];
        VoxelBlur.Apply(values, new float[values.Length], size, Vector3.Zero);
        Assert.Equal(before, values);
    }
}
