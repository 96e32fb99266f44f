using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class McNemarTestTests
{
    // Closed forms: of n coins, P(no head) = 2^-n and P(at most one head) = (n + 1) 2^-n.
    [Theory]
    [InlineData(0, 5, 2.0 / 32)]
    [InlineData(5, 0, 2.0 / 32)]
    [InlineData(1, 9, 2.0 * 11 / 1024)]
    [InlineData(2, 8, 2.0 * 56 / 1024)]
    [InlineData(0, 0, 1)]
    [InlineData(7, 7, 1)]
    [InlineData(4, 5, 1)]
    public void Exact_OfFewPatients_IsTheBinomialTail(int onlyFirst, int onlySecond, double expected) =>
        Assert.Equal(expected, McNemarTest.Exact(onlyFirst, onlySecond), 1e-12);

    // Against whole-number arithmetic, which knows no rounding and no underflow.
    [Theory]
    [InlineData(59, 121)]
    [InlineData(900, 1100)]
    [InlineData(1000, 1500)]
    public void Exact_OfManyPatients_AgreesWithWholeNumbers(int onlyFirst, int onlySecond)
    {
        int n = onlyFirst + onlySecond;
        System.Numerics.BigInteger term = 1, tail = 1, scale = System.Numerics.BigInteger.Pow(10, 40);
        for (int k = 1; k <= Math.Min(onlyFirst, onlySecond); k++)
        {
            term = term * (n - k + 1) / k;
            tail += term;
        }

        double expected = Math.Exp(System.Numerics.BigInteger.Log(2 * tail * scale / System.Numerics.BigInteger.Pow(2, n)) - (40 * Math.Log(10)));
        Assert.Equal(1, McNemarTest.Exact(onlyFirst, onlySecond) / expected, 1e-9);
    }

    [Fact]
    public void Exact_OfNegativeCounts_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => McNemarTest.Exact(-1, 2));
}
