using StrokeFramework.Imaging;

namespace StrokeFramework.MarkerWatershed;

/// <summary>Where normal tissue lies: the median of the brain and its robust standard deviation.</summary>
/// <param name="Median">Median intensity.</param>
/// <param name="Deviation">1.4826 times the median absolute deviation, at least 0.001.</param>
internal readonly record struct NormalTissue(double Median, double Deviation)
{
    private const double LeastDeviation = 0.001;

    /// <summary>Takes both from the finite voxels of the brain; there must be one.</summary>
    public static NormalTissue Of(StudySlab volume)
    {
        ReadOnlySpan<float> image = volume.Dwi;
        ReadOnlySpan<byte> brain = volume.Brain;
        var values = new float[image.Length];
        int count = 0;
        for (int v = 0; v < image.Length; v++)
        {
            if (brain[v] != 0 && float.IsFinite(image[v])) values[count++] = image[v];
        }

        Span<float> inside = values.AsSpan(0, count);
        double median = RobustStatistics.QuantileInPlace(inside, 0.5);
        for (int v = 0; v < inside.Length; v++) inside[v] = (float)Math.Abs(inside[v] - median);
        return new(median, Math.Max(LeastDeviation, RobustStatistics.NormalConsistency * RobustStatistics.QuantileInPlace(inside, 0.5)));
    }

    /// <summary>How far from the median an internal marker must lie.</summary>
    public double LeastDistance(MarkerWatershedSettings settings) => Math.Max(settings.MinimumContrast, settings.MinimumDeviation * Deviation);

    /// <summary>How many robust standard deviations an intensity lies away, positive on the side of the lesion.</summary>
    public double DistanceOf(double intensity, LesionPolarity polarity) =>
        (polarity == LesionPolarity.Hyperintense ? intensity - Median : Median - intensity) / Deviation;
}
