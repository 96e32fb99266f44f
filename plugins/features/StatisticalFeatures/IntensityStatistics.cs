using StrokeFramework.Imaging;

namespace StrokeFramework.StatisticalFeatures;

/// <summary>First-order statistics of intensities on the unit range. Values that are not finite are left out.</summary>
internal sealed class IntensityStatistics
{
    private const int Levels = 256;

    /// <summary>Measures the voxels of an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="voxels">Which voxels.</param>
    public IntensityStatistics(ReadOnlyMemory<float> image, IEnumerable<int> voxels)
    {
        float[] all = [.. voxels.Select(v => image.Span[v])];
        float[] values = [.. all.Where(float.IsFinite)];
        Unusable = all.Length - values.Length;
        if (values.Length == 0) return;
        Mean = MeanOf(values);
        Median = RobustStatistics.Median(values);
        StandardDeviation = values.Length == 1 ? 0 : Math.Sqrt(values.Sum(v => (v - Mean) * (v - Mean)) / (values.Length - 1));
        Mode = ModeOf(values);
    }

    /// <summary>How many voxels were left out.</summary>
    public int Unusable { get; }

    /// <summary>The mean; NaN without a value.</summary>
    public double Mean { get; } = double.NaN;

    /// <summary>The middle value, or the mean of the middle two; NaN without a value.</summary>
    public double Median { get; } = double.NaN;

    /// <summary>The standard deviation over n - 1, 0 for one value; NaN without a value.</summary>
    public double StandardDeviation { get; } = double.NaN;

    /// <summary>The most frequent of 256 levels, as a fraction of the unit range; the lowest of equals; NaN without a value.</summary>
    public double Mode { get; } = double.NaN;

    private static double MeanOf(float[] values)
    {
        double sum = 0;
        foreach (float value in values) sum += value;
        return sum / values.Length;
    }

    private static double ModeOf(float[] values)
    {
        var counts = new int[Levels];
        foreach (float value in values) counts[(int)Math.Clamp(Math.Round((Levels - 1.0) * value), 0, Levels - 1)]++;
        int mode = 0;
        for (int level = 1; level < Levels; level++)
        {
            if (counts[level] > counts[mode]) mode = level;
        }

        return mode / (Levels - 1.0);
    }
}
