using StrokeFramework.Imaging;
using StrokeFramework.KMeansFastMarching.Clustering;
using StrokeFramework.KMeansFastMarching.Marching;

namespace StrokeFramework.KMeansFastMarching;

/// <summary>The method on one slice or on the whole volume.</summary>
internal sealed class LesionSearch(KMeansFastMarchingSettings settings, NormalTissue normal, RunRecorder? recorder, CancellationToken cancellation)
{
    /// <summary>The arrival threshold of the published example: 0.01 of the largest time on a 256x256 image of 0.9 mm.</summary>
    private const double ExampleArrival = 1800;

    private readonly LesionCleanup _cleanup = new(settings.MinimumVolume, settings.MinimumArea, settings.MaximumHole);

    /// <summary>Clusters the brain's intensities, and marches from the clusters on each side that are lesion.</summary>
    public void Run(StudySlab slab, SortedSamples samples, Span<byte> labels)
    {
        if (samples.Distinct == 0) return;
        Func<int, Clusters> solve = Solver(samples);
        cancellation.ThrowIfCancellationRequested();
        foreach (LesionPolarity polarity in settings.Side.Polarities()) Search(slab, solve, polarity, labels);
    }

    private Func<int, Clusters> Solver(SortedSamples samples)
    {
        if (settings.Algorithm == ClusteringAlgorithm.Exact) return new ExactKMeans(samples, cancellation).Solve;
        return k => LloydKMeans.Solve(samples, k);
    }

    private void Search(StudySlab slab, Func<int, Clusters> solve, LesionPolarity polarity, Span<byte> labels)
    {
        LesionCluster cluster = LesionCluster.Find(solve, normal, polarity, settings);
        recorder?.AddClusters(slab, cluster.Clusters, polarity);
        List<int> seeds = cluster.IsLesion ? SeedFinder.Find(Members(slab, cluster), slab, settings.SeedErosion, _cleanup.MinimumVoxels(slab)) : [];
        if (seeds.Count == 0)
        {
            recorder?.Add(new(slab.Index, polarity, cluster, double.NaN, 0, 0));
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        bool example = settings.Cutoff == CutoffRule.MatlabExample;
        double cutoff = example ? FrontSpeed.LargestCutoff : FrontSpeed.HalfDistance(cluster.Center, cluster.NextCenter);
        byte[] reached = March(slab, seeds, new(cluster.Center, cutoff), example ? ExampleArrival : settings.ArrivalThreshold);
        int voxels = _cleanup.Apply(reached, slab, polarity, labels);
        recorder?.Add(new(slab.Index, polarity, cluster, cutoff, seeds.Count, voxels));
    }

    private static byte[] Members(StudySlab slab, LesionCluster cluster)
    {
        ReadOnlySpan<float> image = slab.Dwi;
        ReadOnlySpan<byte> brain = slab.Brain;
        var members = new byte[image.Length];
        for (int v = 0; v < members.Length; v++)
        {
            if (brain[v] != 0 && float.IsFinite(image[v]) && cluster.Holds(image[v])) members[v] = 1;
        }

        return members;
    }

    private byte[] March(StudySlab slab, List<int> seeds, FrontSpeed speed, double limit)
    {
        ReadOnlyMemory<float> image = slab.DwiVoxels;
        ReadOnlyMemory<byte> brain = slab.BrainVoxels;
        double Slowness(int v)
        {
            float value = image.Span[v];
            return brain.Span[v] != 0 && float.IsFinite(value) ? speed.Slowness(value) : double.PositiveInfinity;
        }

        double[] times = new FrontMarcher(slab.Size, slab.Spacing).March(Slowness, seeds, limit, cancellation);
        recorder?.AddArrival(slab, times);
        var reached = new byte[times.Length];
        for (int v = 0; v < reached.Length; v++)
        {
            if (times[v] <= limit) reached[v] = 1;
        }

        return reached;
    }
}
