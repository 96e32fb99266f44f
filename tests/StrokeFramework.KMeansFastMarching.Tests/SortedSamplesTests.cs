using StrokeFramework.Imaging;
using StrokeFramework.KMeansFastMarching.Clustering;

namespace StrokeFramework.KMeansFastMarching.Tests;

public sealed class SortedSamplesTests
{
    [Fact]
    public void RadixSort_OfAnyNumbers_MatchesTheLibrary()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var values = new float[random.Next(0, 3000)];
            for (int v = 0; v < values.Length; v++) values[v] = (float)((random.NextDouble() - 0.3) * Math.Pow(10, random.Next(-20, 20)));
            if (values.Length > 3) (values[0], values[1], values[2]) = (float.MaxValue, float.MinValue, 0);
            float[] expected = [.. values.Order()];
            RadixSort.Sort(values);
            Assert.Equal(expected, values);
        }
    }

    [Fact]
    public void Of_LeavesOutWhatIsMaskedOrNotFinite_AndCountsRepeats()
    {
        SortedSamples samples = SortedSamples.Of([3, 1, float.NaN, 3, 9, float.PositiveInfinity, -0f, 0f], [1, 1, 1, 1, 0, 1, 1, 1]);
        Assert.Equal([0f, 1f, 3f], samples.Values.ToArray());
        Assert.Equal([0.0, 2, 3, 5], samples.Weight);
        Assert.Equal(5, samples.Total);
        Assert.Equal(7.0 / 5, samples.Mean(0, 3), 1e-12);
        Assert.Equal(1, samples.Quantile(0.5));
    }

    [Fact]
    public void NormalTissue_IsTheMedianAndTheScaledMedianDeviation()
    {
        float[] values = [1, 2, 4, 7, 11];
        NormalTissue normal = NormalSamples.Of(SortedSamples.Of(values, [1, 1, 1, 1, 1]));
        Assert.Equal(4, normal.Median);
        Assert.Equal(3 * 1.4826022185056018, normal.Deviation, 1e-6);
        Assert.True(normal.DistanceOf(10, LesionPolarity.Hyperintense) > 0);
        Assert.True(normal.DistanceOf(10, LesionPolarity.Hypointense) < 0);
    }
}
