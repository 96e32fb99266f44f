using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class HolmAdjustmentTests
{
    // What p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") gives in R: 4 x 0.005, 3 x 0.01, 2 x 0.03, and 0.04 held at 0.06.
    [Fact]
    public void Adjust_FourTests_AgreesWithTheStepsByHand()
    {
        IReadOnlyList<double> adjusted = HolmAdjustment.Adjust([0.01, 0.04, 0.03, 0.005]);
        double[] expected = [0.03, 0.06, 0.06, 0.02];
        Assert.All(expected.Zip(adjusted), p => Assert.Equal(p.First, p.Second, 1e-12));
    }

    [Fact]
    public void Adjust_NeverExceedsOne_AndOneTestStaysAsItIs()
    {
        Assert.Equal([1, 1, 1], HolmAdjustment.Adjust([0.9, 0.5, 0.8]));
        Assert.Equal([0.04], HolmAdjustment.Adjust([0.04]));
        Assert.Empty(HolmAdjustment.Adjust([]));
    }

    [Fact]
    public void Adjust_WhatIsMissing_StaysMissing_AndIsNoTest() =>
        Assert.Equal([0.02, double.NaN, 0.04], HolmAdjustment.Adjust([0.01, double.NaN, 0.04]));
}
