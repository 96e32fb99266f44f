using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class SignFlipTestTests
{
    // All of one sign: of the 2^n sums only the observed one and its mirror image are as far out.
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(10)]
    public void PValue_AllOfOneSign_IsTwoOfAllSums(int patients) =>
        Assert.Equal(2 / Math.Pow(2, patients), SignFlipTest.PValue([.. Enumerable.Range(1, patients).Select(n => 0.1 * n)], 1), 1e-12);

    // 1, 2 and -3 sum to 0, and every sum is at least as far out as that.
    [Fact]
    public void PValue_OfASumOfZero_IsOne() => Assert.Equal(1, SignFlipTest.PValue([1, 2, -3], 1));

    // Sums of ±1 ±2 ±4: |sum| is 7, 5, 3 or 1, each for two of the eight signs.
    [Fact]
    public void PValue_OfThreeDifferences_IsCountedByHand() => Assert.Equal(4.0 / 8, SignFlipTest.PValue([-1, 2, 4], 1));

    [Fact]
    public void PValue_PatientsWithoutADifference_ChangeNothing()
    {
        Assert.Equal(SignFlipTest.PValue([0.3, 0.1, -0.2], 1), SignFlipTest.PValue([0, 0.3, 0, 0.1, -0.2, 0], 1));
        Assert.Equal(1, SignFlipTest.PValue([0, 0, 0], 1));
        Assert.True(double.IsNaN(SignFlipTest.PValue([], 1)));
    }

    // A shifted normal sample: the t-test's normal approximation is what the draws must come near to.
    [Fact]
    public void PValue_OfManyPatients_IsNearTheNormalApproximation_AndItsSeedFixesIt()
    {
        var random = new Random(3);
        double[] differences = [.. Enumerable.Range(0, 60).Select(_ => 0.26 + Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
        double z = Math.Abs(differences.Sum()) / Math.Sqrt(differences.Sum(d => d * d));
        double p = SignFlipTest.PValue(differences, 7);
        Assert.Equal(2 * Tail(z), p, 0.01);
        Assert.Equal(p, SignFlipTest.PValue(differences, 7));
    }

    // Upper tail of the standard normal distribution, by the trapezoid rule.
    private static double Tail(double z)
    {
        const int steps = 20000;
        double width = (10 - z) / steps;
        return width * Enumerable.Range(0, steps + 1).Sum(n => (n is 0 or steps ? 0.5 : 1) * Math.Exp(-0.5 * Math.Pow(z + (n * width), 2)) / Math.Sqrt(2 * Math.PI));
    }
}
