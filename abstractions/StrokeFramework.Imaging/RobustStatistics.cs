using System.Buffers;

namespace StrokeFramework.Imaging;

/// <summary>
/// Medians, quantiles, median absolute deviation and mode of finite values, by selection instead of sorting
/// (Hoare 1961, <see href="https://doi.org/10.1145/366622.366647"/>). NaN must be removed first.
/// </summary>
public static class RobustStatistics
{
    /// <summary>Turns the median absolute deviation of normally distributed values into their standard deviation.</summary>
    public const double NormalConsistency = 1.4826022185056018;

    /// <summary>The middle value, or the mean of the middle two.</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double Median(ReadOnlySpan<float> values) => Quantile(values, 0.5);

    /// <summary>The value below which a fraction of the values lies, linear between neighbors (Hyndman &amp; Fan's type 7).</summary>
    /// <param name="values">The values, in any order.</param>
    /// <param name="fraction">In [0, 1].</param>
    /// <exception cref="ArgumentException">There is no value, or the fraction lies outside [0, 1].</exception>
    public static double Quantile(ReadOnlySpan<float> values, double fraction)
    {
        float[] scratch = ArrayPool<float>.Shared.Rent(Math.Max(1, values.Length));
        values.CopyTo(scratch);
        double result = QuantileInPlace(scratch.AsSpan(0, values.Length), fraction);
        ArrayPool<float>.Shared.Return(scratch);
        return result;
    }

    /// <summary>As <see cref="Quantile"/>, but reorders the values instead of copying them.</summary>
    /// <exception cref="ArgumentException">There is no value, or the fraction lies outside [0, 1].</exception>
    public static double QuantileInPlace(Span<float> values, double fraction)
    {
        if (values.IsEmpty) throw new ArgumentException("There is no value to take a quantile of.", nameof(values));
        if (!(fraction >= 0 && fraction <= 1)) throw new ArgumentException($"A quantile's fraction lies in [0, 1], not at {fraction}.", nameof(fraction));
        double position = fraction * (values.Length - 1);
        int lower = (int)position;
        float low = Select(values, lower);
        double part = position - lower;
        if (part == 0) return low;
        float high = float.PositiveInfinity;
        foreach (float value in values[(lower + 1)..]) high = Math.Min(high, value);
        return low + (part * ((double)high - low));
    }

    /// <summary>The median of the absolute distances from a center; times <see cref="NormalConsistency"/> it is a robust standard deviation.</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double MedianAbsoluteDeviation(ReadOnlySpan<float> values, double center)
    {
        float[] scratch = ArrayPool<float>.Shared.Rent(Math.Max(1, values.Length));
        for (int v = 0; v < values.Length; v++) scratch[v] = (float)Math.Abs(values[v] - center);
        double result = QuantileInPlace(scratch.AsSpan(0, values.Length), 0.5);
        ArrayPool<float>.Shared.Return(scratch);
        return result;
    }

    /// <summary>
    /// The most frequent value: the peak of a smoothed histogram between two outer quantiles, refined by a parabola
    /// through the highest bin and its neighbors.
    /// </summary>
    /// <param name="values">The values.</param>
    /// <param name="bins">Bins between the two quantiles.</param>
    /// <param name="halfWidth">Bins to either side that each bin is averaged with.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double Mode(ReadOnlySpan<float> values, int bins = 256, int halfWidth = 3)
    {
        double low = Quantile(values, 0.005), high = Quantile(values, 0.995);
        if (!(high > low)) return low;
        var histogram = Histogram.Of(values, low, high, bins);
        double[] smooth = histogram.Smoothed(halfWidth);
        for (int pass = 0; pass < 2; pass++) smooth = MovingAverage.Of(smooth, halfWidth);
        int peak = 0;
        for (int bin = 1; bin < smooth.Length; bin++)
        {
            if (smooth[bin] > smooth[peak]) peak = bin;
        }

        double shift = 0;
        if (peak > 0 && peak < bins - 1)
        {
            double left = smooth[peak - 1], right = smooth[peak + 1], curvature = left - (2 * smooth[peak]) + right;
            if (curvature < 0) shift = 0.5 * (left - right) / curvature;
        }

        return histogram.CenterOf(peak) + (shift * histogram.BinWidth);
    }

    /// <summary>Puts the value of the given rank (0 is the smallest) at its place, smaller ones before and larger ones after it.</summary>
    /// <returns>That value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rank is not that of a value.</exception>
    public static float Select(Span<float> values, int rank)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)rank, (uint)values.Length, nameof(rank));
        int low = 0, high = values.Length - 1;
        while (low < high)
        {
            float pivot = MedianOfThree(values[low], values[low + ((high - low) / 2)], values[high]);
            int i = low, j = high;
            while (i <= j)
            {
                while (values[i] < pivot) i++;
                while (values[j] > pivot) j--;
                if (i > j) break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }

            if (rank <= j) high = j;
            else if (rank >= i) low = i;
            else break;
        }

        return values[rank];
    }

    private static float MedianOfThree(float a, float b, float c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
