using StrokeFramework.Host.Reporting.Drawing;

namespace StrokeFramework.Host.Tests.Reporting.Drawing;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0, 1, 5)]
    [InlineData(-3.2, 17.9, 5)]
    [InlineData(0, 0.0031, 6)]
    [InlineData(5, 5, 5)]
    [InlineData(0, 0, 5)]
    [InlineData(-1e9, 1e9, 5)]
    [InlineData(1e-15, 9e-15, 5)]
    public void Over_AnyRange_HasAFewEvenTicksWithinIt(double low, double high, int steps)
    {
        Axis axis = Axis.Over(low, high, 0, 100, widen: true, steps);
        Assert.InRange(axis.Ticks.Count, 2, 12);
        Assert.True(axis.Low <= low && axis.High >= high);
        Assert.All(axis.Ticks, t => Assert.InRange(axis[t], -1e-6, 100 + 1e-6));
        double step = axis.Ticks[1] - axis.Ticks[0], lead = step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-9));
        Assert.Contains(new[] { 1.0, 2, 5 }, round => Math.Abs(lead - round) < 1e-6);
    }

    [Fact]
    public void Over_ValuesThatAreNotFinite_FallsBackToTheUnitRange() => Assert.Equal((0, 1), (Axis.Over(double.NaN, 2, 0, 1, false).Low, Axis.Over(double.NaN, 2, 0, 1, false).High));

    [Fact]
    public void Indexer_MapsEndsToEnds()
    {
        Axis axis = Axis.Over(10, 20, 300, 100, widen: false);
        Assert.Equal((300, 200, 100), (axis[10], axis[15], axis[20]));
    }
}
