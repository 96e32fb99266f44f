using StrokeFramework.Imaging;
using StrokeFramework.KMeansFastMarching.Clustering;

namespace StrokeFramework.KMeansFastMarching;

/// <summary>Where normal tissue lies: the median of the brain and its robust standard deviation.</summary>
/// <param name="Median">Median intensity.</param>
/// <param name="Deviation">1.4826 times the median absolute deviation, at least 0.001.</param>
internal readonly record struct NormalTissue(double Median, double Deviation)
{
    private const double LeastDeviation = 0.001;

    public static NormalTissue Of(SortedSamples samples)
    {
        double median = samples.Quantile(0.5);
        // The deviation within which half of the voxels lie, by bisection.
        double low = 0, high = samples.Values[^1] - samples.Values[0];
        for (int step = 0; step < 60 && low < high; step++)
        {
            double middle = 0.5 * (low + high);
            double inside = samples.Weight[samples.CountAtMost(median + middle)] - samples.Weight[samples.CountAtMost(median - middle)];
            if (2 * inside >= samples.Total) high = middle;
            else low = middle;
        }

        return new(median, Math.Max(LeastDeviation, RobustStatistics.NormalConsistency * high));
    }

    /// <summary>How many robust standard deviations an intensity lies away, positive on the side of the lesion.</summary>
    public double DistanceOf(double intensity, LesionPolarity polarity) =>
        (polarity == LesionPolarity.Hyperintense ? intensity - Median : Median - intensity) / Deviation;
}
