using StrokeFramework.Imaging;
using StrokeFramework.KMeansFastMarching.Clustering;

namespace StrokeFramework.KMeansFastMarching;

/// <summary>Finds normal tissue in samples that are sorted already, without another sort.</summary>
internal static class NormalSamples
{
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

        return new(median, Math.Max(NormalTissue.LeastDeviation, RobustStatistics.NormalConsistency * high));
    }
}
