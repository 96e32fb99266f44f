using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class RocRanksTests
{
    [Fact]
    public void Area_OfResamples_IsThatOfTheCurveToTheBit()
    {
        var random = new Random(3);
        for (int trial = 0; trial < 200; trial++)
        {
            // Few levels give ties, among them both zeros.
            double[] scores = [.. Enumerable.Range(0, 30).Select(_ => random.Next(6) switch { 0 => -0.0, 1 => 0.0, var level => level / 7.0 })];
            bool[] members = [.. Enumerable.Range(0, 30).Select(_ => random.Next(4) == 0)];
            int[] rows = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(30))];

            double expected = RocCurve.Of([.. rows.Select(r => scores[r])], [.. rows.Select(r => members[r])]).Area;

            Assert.Equal(expected, new RocRanks(scores, members).Area(rows));
        }
    }

    [Fact]
    public void Area_OfNothing_IsUndefined() => Assert.True(double.IsNaN(new RocRanks([], []).Area([])));

    [Fact]
    public void Ranks_OfNaN_AreRefused() => Assert.Throws<ArgumentException>(() => new RocRanks([0, double.NaN], [true, false]));
}
