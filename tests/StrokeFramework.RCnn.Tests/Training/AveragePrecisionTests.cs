using StrokeFramework.RCnn.Network;
using StrokeFramework.RCnn.Training;

namespace StrokeFramework.RCnn.Tests.Training;

public sealed class AveragePrecisionTests
{
    private static readonly float[] Truth = [0, 0, 10, 10, 20, 20, 30, 30];

    [Fact]
    public void Of_AHitAMissAndAHit_IsTheAreaUnderTheFallingCurve()
    {
        var figure = new AveragePrecision(2);
        figure.Add([At(0, 0.9), At(50, 0.8), At(20, 0.7), At(0, 0.6)], Truth, [0, 0]);
        // Precision 1 up to a recall of one half, then 2 of 3; the second box on a found lesion is a miss.
        Assert.Equal((0.5 * 1) + (0.5 * 2 / 3), figure.Of(0), 1e-12);
        Assert.Equal(figure.Of(0), figure.Mean(), 1e-12); // the other class has nothing to find
    }

    [Fact]
    public void Of_TheWrongClass_IsZero()
    {
        var figure = new AveragePrecision(2);
        figure.Add([At(0, 0.9) with { Class = 1 }], Truth.AsSpan(0, 4), [0]);
        Assert.Equal(0, figure.Mean());
    }

    [Fact]
    public void Mean_WithoutTruth_IsNoNumber() => Assert.Equal(double.NaN, new AveragePrecision(3).Mean());

    // A slice that stands for three: its wrong box counts three times.
    [Fact]
    public void Of_AMissInAPictureThatStandsForThree_CountsThreeTimes()
    {
        var figure = new AveragePrecision(1);
        figure.Add([At(0, 0.7)], Truth.AsSpan(0, 4), [0]);
        figure.Add([At(0, 0.9)], [], [], weight: 3);
        Assert.Equal(1.0 / 4, figure.Of(0), 1e-12);
    }

    // Two true boxes. From 0.9 on: 1 of 1 found, 2·1/(1+2) = 0.67; from 0.7 on: 2 of 3, 2·2/(3+2) = 0.8; nothing below is right.
    [Fact]
    public void DecisionScore_IsWherePrecisionAndRecallTogetherAreBest()
    {
        var figure = new AveragePrecision(2);
        Assert.Null(figure.DecisionScore());
        figure.Add([At(0, 0.9), At(50, 0.8), At(20, 0.7), At(60, 0.6)], Truth, [0, 0]);
        Assert.Equal(0.7, figure.DecisionScore());
        // Thirty more boxes in the place of the second: then the first alone is better, 2/(1+2) against 4/(33+2).
        figure.Add([At(50, 0.8)], [], [], weight: 30);
        Assert.Equal(0.9, figure.DecisionScore());
    }

    private static FoundBox At(float corner, double score) => new([corner, corner, corner + 10, corner + 8], 0, score);
}
