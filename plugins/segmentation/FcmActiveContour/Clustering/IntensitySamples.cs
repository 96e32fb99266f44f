namespace StrokeFramework.FcmActiveContour.Clustering;

/// <summary>
/// The intensities to cluster, in ascending order, each with the number of voxels that have it: every distinct value, or
/// the mean of each bin of a histogram.
/// </summary>
internal sealed class IntensitySamples
{
    private IntensitySamples(double[] values, double[] weights)
    {
        (Values, Weights) = (values, weights);
        foreach (double weight in weights) Total += weight;
    }

    /// <summary>The values, ascending and distinct.</summary>
    public double[] Values { get; }

    /// <summary>Voxels of each value.</summary>
    public double[] Weights { get; }

    /// <summary>How many values there are.</summary>
    public int Count => Values.Length;

    /// <summary>How many voxels there are.</summary>
    public double Total { get; }

    /// <summary>Every distinct finite value inside a mask.</summary>
    public static IntensitySamples Distinct(ReadOnlySpan<float> image, ReadOnlySpan<byte> mask)
    {
        var sorted = new float[image.Length];
        int count = 0;
        for (int v = 0; v < image.Length; v++)
        {
            if (mask[v] != 0 && float.IsFinite(image[v])) sorted[count++] = image[v];
        }

        Array.Sort(sorted, 0, count);
        var values = new List<double>();
        var weights = new List<double>();
        for (int v = 0; v < count; v++)
        {
            if (v > 0 && sorted[v] == sorted[v - 1]) weights[^1]++;
            else
            {
                values.Add(sorted[v]);
                weights.Add(1);
            }
        }

        return new([.. values], [.. weights]);
    }

    /// <summary>
    /// The finite values inside a mask, gathered in bins of equal width over the unit range; what lies outside it goes to
    /// the outer bins. Each bin stands for the mean of its values.
    /// </summary>
    public static IntensitySamples Binned(ReadOnlySpan<float> image, ReadOnlySpan<byte> mask, int bins)
    {
        var counts = new double[bins];
        var sums = new double[bins];
        for (int v = 0; v < image.Length; v++)
        {
            float value = image[v];
            if (mask[v] == 0 || !float.IsFinite(value)) continue;
            int bin = (int)Math.Clamp((double)value * bins, 0, bins - 1);
            counts[bin]++;
            sums[bin] += value;
        }

        int[] filled = [.. Enumerable.Range(0, bins).Where(bin => counts[bin] > 0)];
        return new([.. filled.Select(bin => sums[bin] / counts[bin])], [.. filled.Select(bin => counts[bin])]);
    }

    /// <summary>The values beyond a limit: above it, or below it.</summary>
    public IntensitySamples Beyond(double limit, bool above)
    {
        int[] kept = [.. Enumerable.Range(0, Count).Where(n => above ? Values[n] > limit : Values[n] < limit)];
        return new([.. kept.Select(n => Values[n])], [.. kept.Select(n => Weights[n])]);
    }

    /// <summary>The value below which a fraction of the voxels lies.</summary>
    public double Quantile(double fraction)
    {
        double rank = fraction * (Total - 1), below = 0;
        for (int n = 0; n < Count; n++)
        {
            below += Weights[n];
            if (below > rank) return Values[n];
        }

        return Values[^1];
    }
}
