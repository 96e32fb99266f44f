namespace StrokeFramework.KMeansFastMarching.Clustering;

/// <summary>
/// Lloyd's iteration (1982, <see href="https://doi.org/10.1109/TIT.1982.1056489"/>) from evenly spaced quantiles between
/// 5 and 99 %. It may stop in a local optimum.
/// </summary>
internal static class LloydKMeans
{
    private const int MaximumIterations = 100;

    /// <summary>Clusters the values into k, or into as many clusters as there are distinct values.</summary>
    /// <param name="samples">The values.</param>
    /// <param name="k">Number of clusters.</param>
    /// <param name="history">Takes the inertia after each iteration, or null.</param>
    public static Clusters Solve(SortedSamples samples, int k, List<double>? history = null)
    {
        k = Math.Min(k, samples.Distinct);
        var centers = new double[k];
        for (int c = 0; c < k; c++) centers[c] = samples.Quantile(k == 1 ? 0.5 : 0.05 + (0.94 * c / (k - 1)));
        int[] cuts = new int[k + 1], last = [];
        for (int iteration = 0; iteration < MaximumIterations; iteration++)
        {
            Assign(samples, centers, cuts);
            history?.Add(InertiaOf(samples, cuts));
            if (cuts.AsSpan().SequenceEqual(last)) break;
            last = (int[])cuts.Clone();
            for (int c = 0; c < k; c++) centers[c] = samples.Mean(cuts[c], cuts[c + 1]);
        }

        return Clusters.FromCuts(samples, cuts);
    }

    /// <summary>Each value goes to the nearest center, to the lower one of two equally near; empty clusters are filled.</summary>
    private static void Assign(SortedSamples samples, double[] centers, int[] cuts)
    {
        cuts[^1] = samples.Distinct;
        for (int c = 1; c < centers.Length; c++) cuts[c] = samples.CountAtMost(0.5 * (centers[c - 1] + centers[c]));
        for (int c = 0; c < centers.Length; c++)
        {
            if (cuts[c] != cuts[c + 1]) continue;
            Refill(samples, cuts, c);
            c = -1;
        }
    }

    /// <summary>Gives an empty cluster half of the cluster with the largest inertia: removes it and splits that one at its mean.</summary>
    private static void Refill(SortedSamples samples, int[] cuts, int empty)
    {
        var kept = new List<int>(cuts);
        kept.RemoveAt(empty);
        int widest = -1;
        double most = -1;
        for (int c = 0; c < kept.Count - 1; c++)
        {
            if (kept[c + 1] - kept[c] < 2) continue;
            double inertia = samples.Inertia(kept[c], kept[c + 1]);
            if (inertia > most) (widest, most) = (c, inertia);
        }

        int from = kept[widest], to = kept[widest + 1];
        int cut = Math.Clamp(samples.CountAtMost(samples.Mean(from, to)), from + 1, to - 1);
        kept.Insert(widest + 1, cut);
        kept.CopyTo(cuts);
    }

    private static double InertiaOf(SortedSamples samples, int[] cuts)
    {
        double inertia = 0;
        for (int c = 0; c < cuts.Length - 1; c++) inertia += samples.Inertia(cuts[c], cuts[c + 1]);
        return inertia;
    }
}
