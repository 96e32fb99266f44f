namespace StrokeFramework.Imaging;

/// <summary>Otsu's threshold: Otsu 1979, <see href="https://doi.org/10.1109/TSMC.1979.4310076"/>.</summary>
public static class Otsu
{
    /// <summary>
    /// The bin edge that splits a histogram into two classes with the largest variance between them. Where an empty
    /// stretch makes several edges equally good, the middle of that stretch.
    /// </summary>
    /// <returns>The threshold (values at or above it are the upper class), or null when fewer than two bins are occupied.</returns>
    public static double? Threshold(Histogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        ReadOnlySpan<int> counts = histogram.Counts;
        double weight = 0, sum = 0, totalSum = 0;
        for (int bin = 0; bin < counts.Length; bin++) totalSum += (double)counts[bin] * bin;
        double best = 0;
        int first = -1, last = -1;
        for (int bin = 0; bin < counts.Length - 1; bin++)
        {
            weight += counts[bin];
            sum += (double)counts[bin] * bin;
            double rest = histogram.Total - weight;
            if (weight == 0 || rest == 0) continue;
            double difference = (sum / weight) - ((totalSum - sum) / rest);
            double between = weight * rest * difference * difference;
            if (between > best) (best, first, last) = (between, bin + 1, bin + 1);
            else if (between == best && counts[bin] == 0) last = bin + 1;
        }

        return first < 0 ? null : 0.5 * (histogram.EdgeOf(first) + histogram.EdgeOf(last));
    }
}
