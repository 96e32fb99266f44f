using System.Buffers;

namespace StrokeFramework.Imaging;

/// <summary>
/// Tells air from tissue by Otsu's threshold on values capped at a high percentile. Where a large bright lesion draws
/// the threshold above normal brain, the darker side is split once more.
/// </summary>
public static class AirThreshold
{
    private const int Bins = 512;
    private const double CapFraction = 0.98;

    /// <summary>Within air, Otsu's threshold parts noise into classes whose means differ by a factor of 2 to 3; tissue and air differ by more.</summary>
    private const double LeastRatio = 4;

    /// <summary>The threshold between air and tissue; negative values count as 0 (air).</summary>
    /// <param name="values">Finite intensities of a whole image.</param>
    /// <returns>The threshold, or null when the image has no positive value or no contrast.</returns>
    public static double? Find(ReadOnlySpan<float> values)
    {
        float[] scratch = ArrayPool<float>.Shared.Rent(Math.Max(1, values.Length));
        Span<float> capped = scratch.AsSpan(0, values.Length);
        double? threshold = null;
        int positive = 0;
        foreach (float value in values)
        {
            if (value > 0) capped[positive++] = value;
        }

        if (positive > 0)
        {
            float cap = (float)RobustStatistics.QuantileInPlace(capped[..positive], CapFraction);
            for (int v = 0; v < capped.Length; v++) capped[v] = Math.Clamp(values[v], 0, cap);
            threshold = Split(capped, cap);
        }

        ArrayPool<float>.Shared.Return(scratch);
        return threshold;
    }

    private static double? Split(ReadOnlySpan<float> values, float cap)
    {
        if (Otsu.Threshold(Histogram.Of(values, 0, cap, Bins)) is not { } threshold) return null;
        if (Otsu.Threshold(Histogram.Of(values, 0, threshold, Bins)) is not { } lower) return threshold;
        int bright = 0, middle = 0, dark = 0;
        double middleSum = 0, darkSum = 0;
        foreach (float value in values)
        {
            if (value >= threshold) bright++;
            else if (value >= lower) (middle, middleSum) = (middle + 1, middleSum + value);
            else (dark, darkSum) = (dark + 1, darkSum + value);
        }

        bool brainBelow = middle > bright && middleSum * dark > LeastRatio * darkSum * middle;
        return brainBelow ? lower : threshold;
    }
}
