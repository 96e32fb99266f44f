using StrokeFramework.Imaging;

namespace StrokeFramework.RCnn.Images;

/// <summary>The intensity of normal brain, by which images of all scanners are brought to one scale.</summary>
internal static class NormalLevel
{
    /// <summary>The most frequent intensity of what is not air; lesions and artifacts above twice the median don't count.</summary>
    /// <param name="values">Finite intensities.</param>
    /// <param name="mask">Brain mask, or empty.</param>
    /// <returns>The level, or 0 when there is no positive value.</returns>
    public static double Of(float[] values, ReadOnlySpan<byte> mask)
    {
        double air = mask.IsEmpty ? AirThreshold.Find(values) ?? 0 : 0;
        var tissue = new List<float>(values.Length / 2);
        for (int v = 0; v < values.Length; v++)
        {
            if (values[v] > 0 && values[v] >= air && (mask.IsEmpty || mask[v] != 0)) tissue.Add(values[v]);
        }

        if (tissue.Count == 0) return mask.IsEmpty ? 0 : Of(values, []);
        double limit = 2 * RobustStatistics.Median(tissue.ToArray());
        float[] normal = [.. tissue.Where(v => v <= limit)];
        double mode = RobustStatistics.Mode(normal);
        return mode > 0 ? mode : limit / 2;
    }
}
