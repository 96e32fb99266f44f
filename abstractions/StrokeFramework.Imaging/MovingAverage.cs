namespace StrokeFramework.Imaging;

/// <summary>Smooths curves such as histograms.</summary>
public static class MovingAverage
{
    /// <summary>Every value averaged with its neighbors, fewer at the ends.</summary>
    /// <param name="values">The curve.</param>
    /// <param name="halfWidth">Neighbors to either side, at least 0.</param>
    public static double[] Of(ReadOnlySpan<double> values, int halfWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(halfWidth);
        var result = new double[values.Length];
        for (int n = 0; n < result.Length; n++)
        {
            int from = Math.Max(0, n - halfWidth), to = Math.Min(result.Length - 1, n + halfWidth);
            double sum = 0;
            for (int m = from; m <= to; m++) sum += values[m];
            result[n] = sum / (to - from + 1);
        }

        return result;
    }
}
