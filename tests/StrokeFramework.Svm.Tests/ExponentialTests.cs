using System.Runtime.Intrinsics;

namespace StrokeFramework.Svm.Tests;

public sealed class ExponentialTests
{
    [Fact]
    public void OfNegative_AgreesWithTheFrameworksOwn()
    {
        var random = new Random(5);
        double worst = 0;
        for (int n = 0; n < 100_000; n++)
        {
            // All sizes down to where it ends.
            double x = -Math.Pow(10, (random.NextDouble() * 9) - 6) % 708;
            worst = Math.Max(worst, Math.Abs((Of(x) / Math.Exp(x)) - 1));
        }

        Assert.InRange(worst, 0, 1e-15);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1e-300, 1)]
    [InlineData(-708.5, 0)]
    [InlineData(-1e30, 0)]
    [InlineData(double.MinValue, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    public void OfNegative_AtItsEnds_IsExact(double x, double expected) => Assert.Equal(expected, Of(x));

    [Fact]
    public void OfNegative_Falls()
    {
        double last = 1;
        for (double x = -0.01; x > -720; x -= 0.01)
        {
            double value = Of(x);
            Assert.True(value < last || (value == 0 && x < -708), $"e^{x} = {value} is not below {last}");
            last = value;
        }
    }

    // The other three numbers must not matter.
    private static double Of(double x) => Exponential.OfNegative(Vector256.Create(-1, x, -800, 0))[1];
}
