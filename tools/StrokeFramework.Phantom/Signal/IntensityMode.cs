namespace StrokeFramework.Phantom;

/// <summary>The most frequent intensity of a sample, by a smoothed histogram.</summary>
public static class IntensityMode
{
    private const int Bins = 600;

    /// <summary>The mode of positive values.</summary>
    /// <param name="values">Intensities; sorted by this call.</param>
    /// <returns>The mode, smoothed over about 8 % of the median; 0 for an empty sample.</returns>
    public static float Of(float[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length == 0) return 0;
        Array.Sort(values);
        float median = values[values.Length / 2];
        if (median <= 0) return 0;
        var counts = new float[Bins];
        // Three medians span the histogram: 200 bins to the median.
        float scale = Bins / (3 * median);
        foreach (float value in values)
        {
            int bin = (int)(value * scale);
            if (bin < Bins) counts[bin]++;
        }

        int best = 0;
        float most = -1;
        for (int center = 0; center < Bins; center++)
        {
            float sum = 0;
            for (int bin = Math.Max(0, center - 48); bin < Math.Min(Bins, center + 49); bin++)
            {
                float d = (bin - center) / 16f;
                sum += counts[bin] * MathF.Exp(-0.5f * d * d);
            }

            if (sum > most) (most, best) = (sum, center);
        }

        return (best + 0.5f) / scale;
    }
}
