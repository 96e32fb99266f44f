using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour;

/// <summary>Where normal tissue lies: the median of the brain and its robust standard deviation.</summary>
/// <param name="Median">Median intensity.</param>
/// <param name="Deviation">1.4826 times the median absolute deviation, at least 0.001.</param>
internal readonly record struct NormalTissue(double Median, double Deviation)
{
    private const double LeastDeviation = 0.001;

    /// <summary>Judges the brain without its rim, or all of it when it is rim only.</summary>
    /// <param name="slab">The brain, with at least one voxel.</param>
    /// <param name="inner">1 in the brain without its rim.</param>
    public static NormalTissue Of(StudySlab slab, ReadOnlySpan<byte> inner)
    {
        ReadOnlySpan<byte> mask = inner.ContainsAnyExcept((byte)0) ? inner : slab.Brain;
        var values = new float[slab.Dwi.Length];
        int count = 0;
        for (int v = 0; v < values.Length; v++)
        {
            if (mask[v] != 0) values[count++] = slab.Dwi[v];
        }

        Span<float> brain = values.AsSpan(0, count);
        double median = RobustStatistics.Median(brain);
        return new(median, Math.Max(LeastDeviation, RobustStatistics.NormalConsistency * RobustStatistics.MedianAbsoluteDeviation(brain, median)));
    }

    /// <summary>How far an intensity lies away, positive on the side of the lesion.</summary>
    public double ContrastOf(double intensity, LesionPolarity polarity) => polarity == LesionPolarity.Hyperintense ? intensity - Median : Median - intensity;
}
