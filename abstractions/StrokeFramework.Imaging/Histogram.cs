namespace StrokeFramework.Imaging;

/// <summary>Counts of values in bins of equal width over [low, high]. Values outside, and NaN, are not counted.</summary>
public sealed class Histogram
{
    private readonly int[] _counts;

    private Histogram(double low, double high, int bins)
    {
        if (!(high > low) || !double.IsFinite(high - low))
            throw new ArgumentException($"A histogram needs a finite range, not [{low}, {high}].", nameof(high));
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        (Low, High, _counts) = (low, high, new int[bins]);
        BinWidth = (high - low) / bins;
    }

    /// <summary>Lower edge of the first bin.</summary>
    public double Low { get; }

    /// <summary>Upper edge of the last bin, which belongs to it.</summary>
    public double High { get; }

    /// <summary>Number of bins.</summary>
    public int Bins => _counts.Length;

    /// <summary>Width of a bin.</summary>
    public double BinWidth { get; }

    /// <summary>Counts per bin.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>How many values were counted.</summary>
    public int Total { get; private set; }

    /// <summary>Counts values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="low">Lower end of the range.</param>
    /// <param name="high">Upper end of the range.</param>
    /// <param name="bins">Number of bins, at least 1.</param>
    /// <exception cref="ArgumentException">The range is empty or not finite.</exception>
    public static Histogram Of(ReadOnlySpan<float> values, double low, double high, int bins)
    {
        var histogram = new Histogram(low, high, bins);
        foreach (float value in values) histogram.Count(value);
        return histogram;
    }

    /// <summary>Counts the values where a mask is not 0.</summary>
    /// <param name="values">The values.</param>
    /// <param name="mask">As many, non-zero to count.</param>
    /// <param name="low">Lower end of the range.</param>
    /// <param name="high">Upper end of the range.</param>
    /// <param name="bins">Number of bins, at least 1.</param>
    /// <exception cref="ArgumentException">The range is empty or not finite, or the lengths differ.</exception>
    public static Histogram Of(ReadOnlySpan<float> values, ReadOnlySpan<byte> mask, double low, double high, int bins)
    {
        if (values.Length != mask.Length) throw new ArgumentException($"{values.Length} values need as many mask voxels, not {mask.Length}.", nameof(mask));
        var histogram = new Histogram(low, high, bins);
        for (int v = 0; v < values.Length; v++)
        {
            if (mask[v] != 0) histogram.Count(values[v]);
        }

        return histogram;
    }

    /// <summary>The value in the middle of a bin.</summary>
    public double CenterOf(int bin) => Low + ((bin + 0.5) * BinWidth);

    /// <summary>The value at the lower edge of a bin; of bin number <see cref="Bins"/>, the upper end of the range.</summary>
    public double EdgeOf(int bin) => bin == Bins ? High : Low + (bin * BinWidth);

    /// <summary>The counts averaged over each bin and its neighbors, fewer at the ends.</summary>
    /// <param name="halfWidth">Neighbors to either side.</param>
    public double[] Smoothed(int halfWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(halfWidth);
        var result = new double[Bins];
        for (int bin = 0; bin < Bins; bin++)
        {
            int from = Math.Max(0, bin - halfWidth), to = Math.Min(Bins - 1, bin + halfWidth);
            long sum = 0;
            for (int b = from; b <= to; b++) sum += _counts[b];
            result[bin] = (double)sum / (to - from + 1);
        }

        return result;
    }

    private void Count(double value)
    {
        if (!(value >= Low && value <= High)) return;
        _counts[Math.Min(Bins - 1, (int)((value - Low) / BinWidth))]++;
        Total++;
    }
}
