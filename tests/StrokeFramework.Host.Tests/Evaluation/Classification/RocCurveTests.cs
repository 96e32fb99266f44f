using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class RocCurveTests
{
    [Fact]
    public void Area_IsTheShareOfPairsInOrder_TiesHalf()
    {
        var random = new Random(11);
        for (int trial = 0; trial < 50; trial++)
        {
            // Few levels, so that there are many ties.
            double[] scores = [.. Enumerable.Range(0, 40).Select(_ => random.Next(8) / 7.0)];
            bool[] members = [.. Enumerable.Range(0, 40).Select(n => n < 2 ? n == 0 : random.Next(3) == 0)];
            double pairs = 0, sum = 0;
            for (int p = 0; p < 40; p++)
            {
                for (int q = 0; q < 40; q++)
                {
                    if (!members[p] || members[q]) continue;
                    pairs++;
                    sum += scores[p] > scores[q] ? 1 : scores[p] == scores[q] ? 0.5 : 0;
                }
            }

            Assert.Equal(sum / pairs, RocCurve.Of(scores, members).Area, 12);
        }
    }

    [Fact]
    public void Points_GroupTies_AndRunFromCornerToCorner()
    {
        var curve = RocCurve.Of([0.9, 0.5, 0.5, 0.5, 0.1], [true, true, false, true, false]);
        Assert.Equal([new(double.PositiveInfinity, 0, 0), new(0.9, 0, 1 / 3.0), new(0.5, 0.5, 1), new(0.1, 1, 1)], curve.Points);
        Assert.Equal(0.5 * ((1 / 3.0) + 1) / 2 + (0.5 * 1), curve.Area, 12);
    }

    [Fact]
    public void PerfectReversedAndConstantScores_HaveKnownAreas()
    {
        bool[] members = [true, true, false, false];
        Assert.Equal(1, RocCurve.Of([4, 3, 2, 1], members).Area);
        Assert.Equal(0, RocCurve.Of([1, 2, 3, 4], members).Area);
        Assert.Equal(0.5, RocCurve.Of([7, 7, 7, 7], members).Area);
    }

    [Fact]
    public void OneClassOnly_HasNoCurve()
    {
        Assert.All([RocCurve.Of([1, 2], [true, true]), RocCurve.Of([1, 2], [false, false]), RocCurve.Of([], [])], curve =>
        {
            Assert.Equal(double.NaN, curve.Area);
            Assert.Empty(curve.Points);
        });
    }

    [Fact]
    public void NaNScore_AndUnpairedRows_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => RocCurve.Of([double.NaN, 1], [true, false]));
        Assert.Throws<ArgumentException>(() => RocCurve.Of([1], [true, false]));
    }
}
