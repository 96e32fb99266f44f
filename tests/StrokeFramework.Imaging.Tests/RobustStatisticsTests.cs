namespace StrokeFramework.Imaging.Tests;

public sealed class RobustStatisticsTests
{
    [Fact]
    public void Select_OfRandomValuesWithTies_MatchesSorting()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var values = new float[random.Next(1, 60)];
            for (int v = 0; v < values.Length; v++) values[v] = random.Next(0, 1 + (seed % 40));
            float[] sorted = [.. values.Order()];
            int rank = random.Next(values.Length);
            Assert.Equal(sorted[rank], RobustStatistics.Select(values, rank));
            Assert.All(values[..rank], v => Assert.True(v <= sorted[rank]));
            Assert.All(values[rank..], v => Assert.True(v >= sorted[rank]));
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.9, 4.6)]
    [InlineData(1, 5)]
    public void Quantile_IsLinearBetweenNeighbors(double fraction, double expected) =>
        Assert.Equal(expected, RobustStatistics.Quantile([5, 3, 1, 4, 2], fraction), 1e-9);

    [Fact]
    public void Median_OfAnEvenCount_IsTheMeanOfTheMiddleTwo() => Assert.Equal(2.5, RobustStatistics.Median([4, 1, 2, 3]));

    [Fact]
    public void MedianAbsoluteDeviation_OfNormalNoise_GivesItsStandardDeviation()
    {
        var random = new Random(7);
        var values = new float[200_001];
        for (int v = 0; v < values.Length; v++) values[v] = (float)(5 + (0.3 * Gauss(random)));
        double deviation = RobustStatistics.NormalConsistency * RobustStatistics.MedianAbsoluteDeviation(values, RobustStatistics.Median(values));
        Assert.Equal(0.3, deviation, 0.003);
    }

    [Fact]
    public void Mode_OfTwoPopulations_IsThePeakOfTheLarger()
    {
        var random = new Random(3);
        var values = new float[100_000];
        for (int v = 0; v < values.Length; v++) values[v] = (float)((v % 4 == 0 ? 200 : 80) + (12 * Gauss(random)));
        Assert.Equal(80, RobustStatistics.Mode(values), 2.5);
    }

    [Fact]
    public void Mode_OfAConstant_IsTheConstant() => Assert.Equal(3, RobustStatistics.Mode([3, 3, 3]));

    [Fact]
    public void Quantile_OfNothing_IsRefused() => Assert.Throws<ArgumentException>(() => RobustStatistics.Median([]));

    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
