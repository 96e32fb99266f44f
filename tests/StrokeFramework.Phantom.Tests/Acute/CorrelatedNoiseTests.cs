namespace StrokeFramework.Phantom.Tests;

public sealed class CorrelatedNoiseTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    public void Add_OnStrongSignal_HasTheDeviationAndCorrelationOfItsBlur(double width)
    {
        var size = new GridSize(48, 48, 48);
        int count = (int)size.Count;
        float[] signal = new float[count];
        Array.Fill(signal, 1000);
        int[] voxels = [.. Enumerable.Range(0, count)];
        CorrelatedNoise.Add(signal, 10, (float)width, voxels, size, (new float[count], new float[count]), new PhantomRandom(2, 3));
        double mean = signal.Average(), variance = 0, together = 0;
        int pairs = 0;
        for (int v = 5 * size.SliceCount; v < count - (5 * size.SliceCount); v++, pairs++)
        {
            variance += (signal[v] - mean) * (signal[v] - mean);
            together += (signal[v] - mean) * (signal[v + 1] - mean);
        }

        Assert.Equal(10, Math.Sqrt(variance / pairs), 0.3);
        // A Gaussian kernel's own correlation at one voxel, sampled on whole voxels.
        double k0 = 1, k1 = Math.Exp(-0.5 / (width * width)), k2 = Math.Exp(-2 / (width * width)), k3 = width > 0.5 ? Math.Exp(-4.5 / (width * width)) : 0;
        double expected = ((2 * k0 * k1) + (2 * k1 * k2) + (2 * k2 * k3)) / ((k0 * k0) + (2 * k1 * k1) + (2 * k2 * k2) + (2 * k3 * k3));
        Assert.Equal(expected, together / variance, 0.02);
    }
}
