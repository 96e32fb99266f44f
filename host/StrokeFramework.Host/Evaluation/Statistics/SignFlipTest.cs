using System.Numerics;

namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// The paired permutation test of a mean difference: if two methods are alike, each patient's difference could as well
/// have the other sign (Fisher 1935). Up to <see cref="MostExact"/> patients who differ all signs are tried, which is
/// exact; beyond that <see cref="Samples"/> seeded draws are.
/// </summary>
public static class SignFlipTest
{
    /// <summary>With more patients who differ than this, signs are drawn instead of enumerated.</summary>
    public const int MostExact = 18;

    /// <summary>The number of draws.</summary>
    public const int Samples = 100_000;

    /// <summary>The two-sided p-value of the sum of the differences, in (0, 1]; NaN without a difference to judge.</summary>
    /// <param name="differences">A difference per patient.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static double PValue(IReadOnlyList<double> differences, long seed)
    {
        ArgumentNullException.ThrowIfNull(differences);
        if (differences.Count == 0) return double.NaN;
        // A difference of zero is the same with either sign.
        double[] values = [.. differences.Where(d => d != 0)];
        double observed = Math.Abs(values.Sum()), slack = 1e-9 * values.Sum(Math.Abs);
        return values.Length <= MostExact ? Enumerate(values, observed - slack) : Draw(values, observed - slack, seed);
    }

    private static double Enumerate(double[] values, double least)
    {
        // In Gray code's order one sign changes from step to step.
        int steps = 1 << values.Length, extreme = 0;
        double sum = values.Sum();
        double[] signed = [.. values];
        for (int step = 1; step <= steps; step++)
        {
            if (Math.Abs(sum) >= least) extreme++;
            int flip = BitOperations.TrailingZeroCount(step);
            if (flip == values.Length) break;
            sum -= 2 * signed[flip];
            signed[flip] = -signed[flip];
        }

        return (double)extreme / steps;
    }

    private static double Draw(double[] values, double least, long seed)
    {
        var random = new SplitMix64(unchecked((ulong)seed));
        int extreme = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            double sum = 0;
            ulong bits = 0;
            for (int n = 0; n < values.Length; n++, bits >>= 1)
            {
                if (n % 64 == 0) bits = random.Next();
                sum += (bits & 1) == 0 ? values[n] : -values[n];
            }

            if (Math.Abs(sum) >= least) extreme++;
        }

        // The signs that were observed count as a draw of their own, so that p is never 0.
        return (extreme + 1.0) / (Samples + 1.0);
    }
}
