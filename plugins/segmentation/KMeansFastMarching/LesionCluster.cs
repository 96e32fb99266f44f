using StrokeFramework.Imaging;
using StrokeFramework.KMeansFastMarching.Clustering;

namespace StrokeFramework.KMeansFastMarching;

/// <summary>The clusters on one side that are far enough from normal tissue to be lesion: the outermost one and its neighbors.</summary>
/// <param name="Clusters">The clustering.</param>
/// <param name="Polarity">The side.</param>
/// <param name="Index">The innermost cluster that is lesion; the outermost cluster when none is.</param>
/// <param name="Distance">Distance of the outermost center from normal tissue in robust standard deviations.</param>
/// <param name="IsLesion">Whether any passes the guard.</param>
internal sealed record LesionCluster(Clusters Clusters, LesionPolarity Polarity, int Index, double Distance, bool IsLesion)
{
    private const double LeastCore = 0.1;

    /// <summary>Center of the innermost lesion cluster.</summary>
    public double Center => Clusters.Centers[Index];

    /// <summary>Center of the next cluster towards normal tissue.</summary>
    public double NextCenter => Clusters.Centers[Math.Clamp(Polarity == LesionPolarity.Hyperintense ? Index - 1 : Index + 1, 0, Clusters.Count - 1)];

    /// <summary>Whether an intensity belongs to a lesion cluster.</summary>
    public bool Holds(float intensity) =>
        Polarity == LesionPolarity.Hyperintense ? Clusters.Of(intensity) >= Index : Clusters.Of(intensity) <= Index;

    /// <summary>Tries rising numbers of clusters until the outermost one is a lesion; the first number tried when none is.</summary>
    /// <param name="solve">Gives the clustering into so many clusters.</param>
    /// <param name="normal">Normal tissue.</param>
    /// <param name="polarity">Which side to look at.</param>
    /// <param name="settings">Number of clusters and guard.</param>
    public static LesionCluster Find(Func<int, Clusters> solve, NormalTissue normal, LesionPolarity polarity, KMeansFastMarchingSettings settings)
    {
        LesionCluster? first = null;
        for (int k = settings.Clusters; k <= settings.MaximumClusters; k++)
        {
            LesionCluster candidate = Judge(solve(k), normal, polarity, settings);
            if (candidate.IsLesion) return candidate;
            first ??= candidate;
            if (candidate.Clusters.Count < k) break;
        }

        return first!;
    }

    private static LesionCluster Judge(Clusters clusters, NormalTissue normal, LesionPolarity polarity, KMeansFastMarchingSettings settings)
    {
        bool Passes(int index)
        {
            double distance = Distance(index);
            return distance >= settings.MinimumDeviation && distance * normal.Deviation >= settings.MinimumContrast;
        }

        double Distance(int index) => normal.DistanceOf(clusters.Centers[index], polarity);

        int step = polarity == LesionPolarity.Hyperintense ? -1 : 1;
        int outermost = step < 0 ? clusters.Count - 1 : 0, innermost = outermost;
        bool lesion = clusters.Count > 1 && Passes(outermost);
        // One cluster at least stays on the side of normal tissue.
        for (int n = 2; lesion && n < clusters.Count && Passes(innermost + step); n++) innermost += step;
        int core = Core(clusters, outermost, innermost, step);
        while (innermost != core && Distance(innermost) < settings.RelativeContrast * Distance(core)) innermost -= step;
        return new(clusters, polarity, innermost, Distance(outermost), lesion);
    }

    /// <summary>The cluster that, with those further out, holds a good part of the voxels: a hot spot in a lesion is not its core.</summary>
    private static int Core(Clusters clusters, int outermost, int innermost, int step)
    {
        long all = 0, beyond = clusters.Counts[outermost];
        for (int c = outermost; c != innermost + step; c += step) all += clusters.Counts[c];
        int core = outermost;
        while (beyond < LeastCore * all) beyond += clusters.Counts[core += step];
        return core;
    }
}
