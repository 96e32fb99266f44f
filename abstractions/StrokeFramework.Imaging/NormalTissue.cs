namespace StrokeFramework.Imaging;

/// <summary>Where normal tissue lies: the median of the brain and its robust standard deviation.</summary>
/// <param name="Median">Median intensity.</param>
/// <param name="Deviation">1.4826 times the median absolute deviation, at least <see cref="LeastDeviation"/>.</param>
public readonly record struct NormalTissue(double Median, double Deviation)
{
    /// <summary>An image without noise would make everything else infinitely far away.</summary>
    public const double LeastDeviation = 0.001;

    /// <summary>Takes both from the finite voxels of a mask.</summary>
    /// <param name="image">Intensities.</param>
    /// <param name="mask">1 in the brain, or in the part of it to go by; of as many voxels, at least one of them finite.</param>
    public static NormalTissue Of(ReadOnlySpan<float> image, ReadOnlySpan<byte> mask)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(mask.Length, image.Length);
        var values = new float[image.Length];
        int count = 0;
        for (int v = 0; v < image.Length; v++)
        {
            if (mask[v] != 0 && float.IsFinite(image[v])) values[count++] = image[v];
        }

        Span<float> inside = values.AsSpan(0, count);
        double median = RobustStatistics.QuantileInPlace(inside, 0.5);
        for (int v = 0; v < inside.Length; v++) inside[v] = (float)Math.Abs(inside[v] - median);
        return new(median, Math.Max(LeastDeviation, RobustStatistics.NormalConsistency * RobustStatistics.QuantileInPlace(inside, 0.5)));
    }

    /// <summary>How far an intensity lies away, positive on the side of the lesion.</summary>
    public double ContrastOf(double intensity, LesionPolarity polarity) => polarity == LesionPolarity.Hyperintense ? intensity - Median : Median - intensity;

    /// <summary>How many robust standard deviations an intensity lies away, positive on the side of the lesion.</summary>
    public double DistanceOf(double intensity, LesionPolarity polarity) => ContrastOf(intensity, polarity) / Deviation;
}
