namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// The exact McNemar test: whether two classifiers that judged the same patients are wrong equally often. Only patients
/// on whom they differ count; under the null hypothesis each of those falls to either side like a fair coin
/// (McNemar 1947, <see href="https://doi.org/10.1007/BF02295996"/>).
/// </summary>
public static class McNemarTest
{
    /// <summary>The two-sided p-value, in (0, 1]: twice the smaller tail of the binomial distribution, at most 1.</summary>
    /// <param name="onlyFirst">Patients whom the first alone names right.</param>
    /// <param name="onlySecond">Patients whom the second alone names right.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static double Exact(int onlyFirst, int onlySecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        int differing = onlyFirst + onlySecond, smaller = Math.Min(onlyFirst, onlySecond);
        // Logarithms, because 2^-n leaves the range of a double for large n.
        double logTerm = -differing * Math.Log(2), tail = Math.Exp(logTerm);
        for (int n = 1; n <= smaller; n++)
        {
            logTerm += Math.Log((differing - n + 1.0) / n);
            tail += Math.Exp(logTerm);
        }

        return Math.Min(1, 2 * tail);
    }
}
