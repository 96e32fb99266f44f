namespace StrokeFramework.Host.Reporting.Pictures;

/// <summary>Which values are shown black and white.</summary>
/// <param name="Low">Shown black, with all below.</param>
/// <param name="High">Shown white, with all above.</param>
internal readonly record struct IntensityWindow(double Low, double High)
{
    private const int MostSamples = 120_000;
    private const double HeadFrom = 0.08;

    /// <summary>What is brighter than this is head, not background.</summary>
    public double HeadThreshold => Low + (HeadFrom * (High - Low));

    /// <summary>
    /// A window from robust percentiles: white is the 99.7th of the head's values, black zero, or their 0.5th where the
    /// image has negative values or a raised floor. The head is what exceeds a twentieth of the image's range.
    /// </summary>
    public static IntensityWindow Of(Volume<float> image)
    {
        ReadOnlySpan<float> voxels = image.Span;
        int step = Math.Max(1, voxels.Length / MostSamples);
        // An odd step does not fall into step with rows of even length.
        if (step > 1 && step % 2 == 0) step++;
        var values = new List<float>((voxels.Length / step) + 1);
        for (int v = 0; v < voxels.Length; v += step)
        {
            if (float.IsFinite(voxels[v])) values.Add(voxels[v]);
        }

        if (values.Count == 0) return new(0, 1);
        values.Sort();
        double floor = values[0], threshold = floor + (0.05 * (Percentile(values, 0.999) - floor));
        int first = values.FindIndex(v => v > threshold);
        List<float> head = first < 0 ? values : values[first..];
        double low = Percentile(head, 0.005), high = Percentile(head, 0.997);
        if (floor >= 0 && low < 0.35 * high) low = 0;
        return high > low ? new(low, high) : new(low, low + 1);
    }

    /// <summary>The gray of a value, 0 black to 255 white; black for what is not finite.</summary>
    public byte Gray(double value) =>
        double.IsFinite(value) ? (byte)Math.Round(255 * Math.Clamp((value - Low) / (High - Low), 0, 1)) : (byte)0;

    private static double Percentile(List<float> sorted, double fraction) => sorted[(int)Math.Round(fraction * (sorted.Count - 1))];
}
