using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StrokeFramework.Svm;

/// <summary>
/// The exponential function of four numbers that are not above 0, small enough for the compiler to put into the loop that
/// calls it: most of a Gaussian machine's time goes there. By the usual reduction <c>x = n ln 2 + r</c> with
/// <c>|r| &lt;= ln 2 / 2</c> and the Taylor series of degree 13, whose rest is below 10⁻¹⁷; no fused operations, so that
/// the bits are the same on every machine.
/// </summary>
internal static class Exponential
{
    // Below this the result is not a normal number any more; e^-708 is 3e-308.
    private const double Least = -708;

    // Added to a number below 2^51 it leaves the nearest whole number in the lowest bits.
    private const double Rounder = 6755399441055744;

    // ln 2 in two parts; the first has so few digits that n times it is exact.
    private const double LogOf2 = 6.93147180369123816490e-01, LogOf2Rest = 1.90821492927058770002e-10;

    /// <summary>The exponentials, within 10⁻¹⁵ of themselves; 0 below -708.</summary>
    /// <param name="x">Numbers not above 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OfNegative(Vector256<double> x)
    {
        Vector256<double> shifted = (x * 1.44269504088896340736) + Vector256.Create(Rounder);
        Vector256<double> n = shifted - Vector256.Create(Rounder);
        Vector256<double> r = x - (n * LogOf2) - (n * LogOf2Rest);
        Vector256<double> r2 = r * r, r4 = r2 * r2;
        Vector256<double> low = Pair(1, 1, r) + (Pair(1.0 / 2, 1.0 / 6, r) * r2);
        Vector256<double> middle = Pair(1.0 / 24, 1.0 / 120, r) + (Pair(1.0 / 720, 1.0 / 5040, r) * r2);
        Vector256<double> high = Pair(1.0 / 40320, 1.0 / 362880, r) + (Pair(1.0 / 3628800, 1.0 / 39916800, r) * r2) + (Pair(1.0 / 479001600, 1.0 / 6227020800, r) * r4);
        Vector256<double> power = low + (r4 * (middle + (r4 * high)));
        // n goes into the exponent's bits.
        Vector256<double> scaled = (power.AsInt64() + Vector256.ShiftLeft(shifted.AsInt64(), 52)).AsDouble();
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(Least)), Vector256<double>.Zero, scaled);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Pair(double constant, double factor, Vector256<double> r) => Vector256.Create(constant) + (r * factor);
}
