using StrokeFramework.Imaging;
using StrokeFramework.MarkerWatershed.Correlation;
using StrokeFramework.MarkerWatershed.Smoothing;

namespace StrokeFramework.MarkerWatershed;

/// <summary>The method on one slice or on the whole volume.</summary>
internal sealed class LesionSearch(MarkerWatershedSettings settings, NormalTissue normal, ICorrelationTemplate template, RunRecorder? recorder)
{
    private readonly LesionCleanup _cleanup = new(settings.MinimumVolume, settings.MinimumArea, settings.MaximumHole);
    private readonly MarkerFinder _finder = new(settings, normal);

    /// <summary>Searches each side and labels what is a lesion.</summary>
    /// <param name="slab">Image and brain.</param>
    /// <param name="labels">0, 1 or 2 per voxel.</param>
    /// <param name="context">Threads and cancellation.</param>
    public void Run(StudySlab slab, Span<byte> labels, StageContext context)
    {
        var window = BrainWindow.Of(slab);
        foreach (LesionPolarity polarity in settings.Side.Polarities()) Search(slab, window, polarity, labels, context);
    }

    private void Search(StudySlab slab, BrainWindow window, LesionPolarity polarity, Span<byte> labels, StageContext context)
    {
        var gradient = new float[slab.Size.Count];
        var markers = new byte[gradient.Length];
        int count = slab.Size.SliceCount;
        context.For(0, slab.Size.K, k =>
        {
            var picture = new BrainPicture(slab, k, window, polarity);
            picture.Restore<byte>(_finder.Find(picture, polarity, context.CancellationToken), markers.AsSpan(k * count, count), slab.Size.I);
            picture.Restore<float>(SobelGradient.Magnitude(picture), gradient.AsSpan(k * count, count), slab.Size.I);
        });
        var basins = Basins.Flood(slab, gradient, markers, context.CancellationToken);
        recorder?.AddMaps(slab, gradient, markers, basins, polarity);
        _cleanup.Apply(Judge(slab, basins, polarity), slab, polarity, labels);
    }

    private byte[] Judge(StudySlab slab, Basins basins, LesionPolarity polarity)
    {
        var lesions = new byte[slab.Size.Count];
        int marginI = (int)Math.Round(Math.Min(1e6, settings.PatchMargin / slab.Spacing.X)), marginJ = (int)Math.Round(Math.Min(1e6, settings.PatchMargin / slab.Spacing.Y));
        foreach (int[] voxels in basins.Regions(slab, normal, polarity, settings.MinimumDeviation))
        {
            if (voxels.Length < _cleanup.MinimumVoxels(slab)) break;
            Candidate candidate = Candidate.Of(voxels, slab.Size).Widened(marginI, marginJ, slab.Size);
            PatchPair patches = template.Compare(slab, candidate, polarity);
            double correlation = patches.Correlation();
            bool kept = template.Keeps(correlation);
            if (recorder is not null) recorder.Add(new(slab.Index, polarity, candidate, normal.DistanceOf(Mean(slab, voxels), polarity), patches, correlation, kept));
            if (!kept) continue;
            foreach (int v in voxels) lesions[v] = 1;
        }

        return lesions;
    }

    private static double Mean(StudySlab slab, int[] voxels)
    {
        double sum = 0;
        foreach (int v in voxels) sum += slab.Dwi[v];
        return sum / voxels.Length;
    }
}
