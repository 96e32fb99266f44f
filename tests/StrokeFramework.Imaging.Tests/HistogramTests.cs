namespace StrokeFramework.Imaging.Tests;

public sealed class HistogramTests
{
    [Fact]
    public void Counts_IncludeBothEndsAndLeaveOutTheRest()
    {
        var histogram = Histogram.Of([0, 0.24f, 0.25f, 0.5f, 1, -0.1f, 1.1f, float.NaN], 0, 1, 4);
        Assert.Equal([2, 1, 1, 1], histogram.Counts.ToArray());
        Assert.Equal(5, histogram.Total);
        Assert.Equal(0.125, histogram.CenterOf(0));
    }

    [Fact]
    public void Counts_WithAMask_LeaveOutTheMaskedValues() =>
        Assert.Equal(1, Histogram.Of([0.1f, 0.2f], [0, 1], 0, 1, 8).Total);

    [Fact]
    public void Smoothed_AveragesNeighborsThatExist() =>
        Assert.Equal([1.5, 4 / 3.0, 0.5], Histogram.Of([0, 0, 0, 2.5f], 0, 3, 3).Smoothed(1));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, double.NaN)]
    [InlineData(0, double.PositiveInfinity)]
    public void ARangeThatIsNone_IsRefused(double low, double high) =>
        Assert.Throws<ArgumentException>(() => Histogram.Of([], low, high, 4));

    [Fact]
    public void Otsu_OfRandomHistograms_MaximizesTheVarianceBetween()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var values = new float[100];
            for (int v = 0; v < values.Length; v++) values[v] = random.NextSingle() * (v % 3 == 0 ? 1 : 0.5f);
            double threshold = Otsu.Threshold(Histogram.Of(values, 0, 1, 32))!.Value;
            double best = Enumerable.Range(1, 31).Max(edge => Between(values, edge / 32.0));
            Assert.Equal(best, Between(values, threshold), 1e-9);
        }
    }

    [Fact]
    public void Otsu_OfTwoSpikes_LiesMidway() =>
        Assert.Equal(0.5, Otsu.Threshold(Histogram.Of([0.1f, 0.1f, 0.9f], 0, 1, 10))!.Value, 0.051);

    [Fact]
    public void Otsu_OfOneSpike_IsNone() => Assert.Null(Otsu.Threshold(Histogram.Of([0.1f, 0.1f], 0, 1, 10)));

    private static double Between(float[] values, double threshold)
    {
        // In bins, as the histogram sees them.
        double[] low = [.. values.Where(v => v < threshold).Select(v => Math.Floor(v * 32))];
        double[] high = [.. values.Where(v => v >= threshold).Select(v => Math.Floor(v * 32))];
        return low.Length == 0 || high.Length == 0 ? 0 : low.Length * (double)high.Length * Math.Pow(low.Average() - high.Average(), 2);
    }
}
