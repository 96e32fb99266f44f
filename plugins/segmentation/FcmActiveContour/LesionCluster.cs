using StrokeFramework.FcmActiveContour.Clustering;
using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour;

/// <summary>The clusters on one side that are far enough from normal tissue to be lesion: the outermost one and its neighbors.</summary>
/// <param name="Clusters">The clustering.</param>
/// <param name="Polarity">The side.</param>
/// <param name="Index">The innermost cluster that is lesion; the outermost cluster when none is.</param>
/// <param name="Splits">How often the outermost cluster was split to find it.</param>
/// <param name="IsLesion">Whether any passes the guard.</param>
internal sealed record LesionCluster(FuzzyClusters Clusters, LesionPolarity Polarity, int Index, int Splits, bool IsLesion)
{
    private const int MaximumSplits = 30;

    /// <summary>Center of the innermost lesion cluster.</summary>
    public double Center => Clusters.Centers[Index];

    /// <summary>The intensity where the memberships in the innermost lesion cluster and in the next one are equal.</summary>
    public double Border => 0.5 * (Center + Clusters.Centers[Math.Clamp(Polarity == LesionPolarity.Hyperintense ? Index - 1 : Index + 1, 0, Clusters.Count - 1)]);

    /// <summary>
    /// Splits the outermost cluster in two, and the outer one of these again, until its center passes the guard: fuzzy c-means
    /// favors large clusters, and a small lesion shares one with normal tissue at first.
    /// </summary>
    /// <param name="first">The clustering of all samples.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="solve">Clusters samples in two.</param>
    /// <param name="polarity">Which side to look at.</param>
    /// <param name="normal">Normal tissue.</param>
    /// <param name="guard">What counts as lesion.</param>
    /// <param name="leastVoxels">A cluster with fewer voxels is not split.</param>
    public static LesionCluster Find(
        FuzzyClusters first, IntensitySamples samples, Func<IntensitySamples, FuzzyClusters> solve, LesionPolarity polarity, NormalTissue normal, LesionGuard guard, double leastVoxels)
    {
        LesionCluster found = Judge(first, polarity, 0, normal, guard);
        while (!found.IsLesion && found.Clusters.Count > 1 && found.Splits < MaximumSplits)
        {
            samples = samples.Beyond(found.Border, polarity == LesionPolarity.Hyperintense);
            if (samples.Count < 2 || samples.Total < leastVoxels) break;
            found = Judge(solve(samples), polarity, found.Splits + 1, normal, guard);
        }

        return found;
    }

    private static LesionCluster Judge(FuzzyClusters clusters, LesionPolarity polarity, int splits, NormalTissue normal, LesionGuard guard)
    {
        bool Passes(int index) => guard.Passes(normal.ContrastOf(clusters.Centers[index], polarity), normal);
        int step = polarity == LesionPolarity.Hyperintense ? -1 : 1;
        int outermost = step < 0 ? clusters.Count - 1 : 0, innermost = outermost;
        bool lesion = clusters.Count > 1 && Passes(outermost);
        // One cluster at least stays on the side of normal tissue.
        for (int n = 2; lesion && n < clusters.Count && Passes(innermost + step); n++) innermost += step;
        return new(clusters, polarity, innermost, splits, lesion);
    }
}
