using StrokeFramework.AdaptiveThreshold.Blocks;
using StrokeFramework.Imaging;

namespace StrokeFramework.AdaptiveThreshold;

/// <summary>The method on one slice or on the whole volume, once its blocks are counted.</summary>
internal sealed class ThresholdSearch(AdaptiveThresholdSettings settings, RunRecorder? recorder)
{
    private readonly LesionCleanup _cleanup = new(settings.MinimumVolume, settings.MinimumArea, settings.MaximumHole);

    /// <summary>Judges the blocks, finds a threshold for each side and labels what lies beyond it.</summary>
    public void Run(StudySlab slab, BlockHistograms histograms, Span<byte> labels)
    {
        BlockGuard guard = BlockGuard.Of(histograms, settings);
        Envelopes envelopes = Envelopes.Of(histograms, guard.Kinds);
        foreach (LesionPolarity polarity in settings.Side.Polarities())
        {
            double normalEnd = polarity == LesionPolarity.Hyperintense ? guard.HighMedian : guard.LowMedian;
            var result = new SlabResult(slab.Index, polarity, guard, envelopes, double.NaN, 0);
            if (result.Abnormal > 0)
            {
                double threshold = ThresholdFinder.Find(envelopes, polarity, settings.Rule, normalEnd);
                result = result with { Threshold = threshold, Voxels = double.IsNaN(threshold) ? 0 : _cleanup.Apply(slab, polarity, threshold, labels) };
            }

            recorder?.Add(result);
        }

        recorder?.Add(slab, histograms, guard, labels);
    }
}
