using StrokeFramework.AdaptiveThreshold.Blocks;

namespace StrokeFramework.AdaptiveThreshold.Tests;

public sealed class ThresholdFinderTests
{
    private static readonly double[] Normal = [0, 1, 6, 9, 5, 3, 1, 0, 0, 0];
    private static readonly double[] Bright = [0, 0, 2, 4, 6, 2, 2, 3, 4, 1];

    [Fact]
    public void Crossing_NeedsTwoBinsInARow() =>
        // Bin 4 overtakes alone, bins 6 and 7 together.
        Assert.Equal(0.6, Find(new(Normal, Bright, []), LesionPolarity.Hyperintense, ThresholdRule.Crossing, 0), 1e-12);

    [Fact]
    public void Crossing_LiesBeyondTheEndOfNormalTissue() =>
        Assert.Equal(0.8, Find(new(Normal, Bright, []), LesionPolarity.Hyperintense, ThresholdRule.Crossing, 0.75), 1e-12);

    [Theory]
    [InlineData(ThresholdRule.Crossing)]
    [InlineData(ThresholdRule.SteepestRise)]
    public void TheDarkSide_IsTheMirrorImage(ThresholdRule rule)
    {
        double bright = Find(new(Normal, Bright, []), LesionPolarity.Hyperintense, rule, 0);
        double dark = Find(new([.. Normal.Reverse()], [], [.. Bright.Reverse()]), LesionPolarity.Hypointense, rule, 1);
        Assert.Equal(1 - bright, dark, 1e-12);
    }

    [Fact]
    public void EnvelopesThatNeverCross_HaveNoThreshold()
    {
        Assert.True(double.IsNaN(Find(new(Normal, new double[10], []), LesionPolarity.Hyperintense, ThresholdRule.Crossing, 0)));
        Assert.True(double.IsNaN(Find(new(new double[10], Bright, []), LesionPolarity.Hyperintense, ThresholdRule.Crossing, 0)));
    }

    [Fact]
    public void SteepestRise_IsWhereTheSmoothedDifferenceGrowsMost()
    {
        double[] gradient = new Envelopes(Normal, Bright, []).Gradient(LesionPolarity.Hyperintense);
        double threshold = Find(new(Normal, Bright, []), LesionPolarity.Hyperintense, ThresholdRule.SteepestRise, 0);
        Assert.Equal(gradient[4..].Max(), gradient[(int)Math.Round(10 * threshold)], 1e-12);
    }

    private static double Find(Envelopes envelopes, LesionPolarity polarity, ThresholdRule rule, double end) => ThresholdFinder.Find(envelopes, polarity, rule, end);
}
