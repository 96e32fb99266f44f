using StrokeFramework.FcmActiveContour.Clustering;
using StrokeFramework.FcmActiveContour.Symmetry;
using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour;

/// <summary>The method on one slice or on the whole volume.</summary>
/// <param name="settings">The parameters.</param>
/// <param name="normal">Normal tissue.</param>
/// <param name="plane">The plane between the sides of the head.</param>
/// <param name="recorder">Takes what the report shows, or null.</param>
/// <param name="context">Threads, seed and cancellation.</param>
internal sealed class LesionSearch(FcmActiveContourSettings settings, NormalTissue normal, MidsagittalPlane plane, RunRecorder? recorder, StageContext context)
{
    private const int HistogramBins = 1024;

    private readonly LesionCleanup _cleanup = new(settings.MinimumVolume, settings.MinimumArea, settings.MaximumHole);

    /// <summary>Finds the lesions of each wanted side, clear ones first.</summary>
    public void Run(StudySlab slab, Span<byte> labels)
    {
        byte[] inner = StartRegions.InnerBrain(slab, settings.RimWidth);
        var pairs = new MirrorPairs(slab, plane, settings.MirrorTolerance, settings.MaximumMirrorOverlap);
        foreach (LesionPolarity polarity in settings.Side.Polarities())
        {
            byte[] allowed = polarity == LesionPolarity.Hypointense && pairs.IsOn ? WithoutFluid(slab, pairs) : slab.Brain.ToArray();
            var startable = new byte[inner.Length];
            for (int v = 0; v < startable.Length; v++) startable[v] = (byte)(inner[v] & allowed[v]);
            IntensitySamples samples = SamplesOf(slab, startable);
            if (samples.Count < 2) continue;
            FuzzyClusters first = Solve(slab, samples, settings.Clusters);
            recorder?.AddMemberships(slab, first, polarity);
            var regions = new StartRegions(slab, pairs, settings.Opening, _cleanup.MinimumVoxels(slab));
            foreach (LesionGuard guard in LesionGuard.Of(settings))
            {
                LesionCluster cluster = LesionCluster.Find(first, samples, s => Solve(slab, s, 2), polarity, normal, guard, _cleanup.MinimumVoxels(slab));
                IReadOnlyList<int[]> starts = cluster.IsLesion ? regions.Find(polarity, cluster.Border, startable) : [];
                Candidate[] candidates = Evolve(slab, pairs, starts, allowed, cluster);
                byte[] known = labels.ToArray();
                Candidate[] accepted = [.. candidates.Where(c => IsLesion(c, guard, known))];
                int voxels = Label(slab, accepted, polarity, labels);
                recorder?.Add(new(slab.Index, polarity, guard.Contrast < settings.MinimumContrast, first, cluster, candidates, accepted, voxels));
            }
        }
    }

    /// <summary>The brain less fluid: the darkest cluster where it has a counterpart on the other side.</summary>
    private byte[] WithoutFluid(StudySlab slab, MirrorPairs pairs)
    {
        byte[] allowed = slab.Brain.ToArray();
        IntensitySamples samples = SamplesOf(slab, slab.Brain);
        if (samples.Count < 2) return allowed;
        FuzzyClusters clusters = Solve(slab, samples, settings.Clusters);
        byte[] fluid = pairs.Find(IntensityThreshold.Mark(slab, LesionPolarity.Hypointense, 0.5 * (clusters.Centers[0] + clusters.Centers[1])));
        for (int v = 0; v < fluid.Length; v++) allowed[v] &= (byte)(1 - fluid[v]);
        return allowed;
    }

    private IntensitySamples SamplesOf(StudySlab slab, ReadOnlySpan<byte> mask) => settings.Input == ClusteringInput.Histogram
        ? IntensitySamples.Binned(slab.Dwi, mask, HistogramBins)
        : IntensitySamples.Distinct(slab.Dwi, mask);

    private FuzzyClusters Solve(StudySlab slab, IntensitySamples samples, int clusters)
    {
        var means = new FuzzyCMeans(samples, settings.Fuzziness, settings.Tolerance, settings.MaximumIterations);
        return settings.Start == ClusteringStart.Random
            ? means.Solve(clusters, context.CreateRandom(slab.Index), context.CancellationToken)
            : means.Solve(clusters, context.CancellationToken);
    }

    private Candidate[] Evolve(StudySlab slab, MirrorPairs pairs, IReadOnlyList<int[]> starts, byte[] allowed, LesionCluster cluster)
    {
        var maker = new CandidateMaker(settings, slab, pairs, normal);
        var candidates = new Candidate[starts.Count];
        context.For(0, starts.Count, n => candidates[n] = maker.Make(starts[n], allowed, cluster, recorder is not null, context.CancellationToken));
        return candidates;
    }

    /// <summary>A contour around what is mostly found already adds its surroundings only.</summary>
    private bool IsLesion(Candidate candidate, LesionGuard guard, byte[] labels)
    {
        if (candidate.Voxels.Count == 0 || candidate.Evidence < guard.Evidence || candidate.Asymmetry < settings.MinimumAsymmetry) return false;
        int known = 0;
        foreach (int v in candidate.Voxels) known += labels[v] != 0 ? 1 : 0;
        return 2 * known <= candidate.Voxels.Count;
    }

    private int Label(StudySlab slab, Candidate[] lesions, LesionPolarity polarity, Span<byte> labels)
    {
        if (lesions.Length == 0) return 0;
        var mask = new byte[labels.Length];
        foreach (Candidate lesion in lesions)
        {
            foreach (int v in lesion.Voxels) mask[v] = 1;
        }

        return _cleanup.Apply(mask, slab, polarity, labels);
    }
}
