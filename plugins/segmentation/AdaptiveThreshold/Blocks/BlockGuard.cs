using StrokeFramework.Imaging;

namespace StrokeFramework.AdaptiveThreshold.Blocks;

/// <summary>Tells normal blocks from abnormal ones by how far their outer percentiles lie from those of all blocks.</summary>
/// <param name="Kinds">What each block is.</param>
/// <param name="HighMedian">Median of the blocks' 98th percentiles.</param>
/// <param name="HighLimit">Blocks whose 98th percentile lies above it are abnormal.</param>
/// <param name="LowMedian">Median of the blocks' 2nd percentiles.</param>
/// <param name="LowLimit">Blocks whose 2nd percentile lies below it are abnormal.</param>
internal sealed record BlockGuard(BlockKinds[] Kinds, double HighMedian, double HighLimit, double LowMedian, double LowLimit)
{
    /// <summary>With fewer blocks nothing can be said about which of them stands out.</summary>
    private const int LeastBlocks = 5;

    private const double LeastDeviation = 0.001;

    /// <summary>Judges all blocks.</summary>
    public static BlockGuard Of(BlockHistograms histograms, AdaptiveThresholdSettings settings)
    {
        int[] used = [.. Enumerable.Range(0, histograms.Count).Where(b => histograms.Total[b] > 0)];
        var kinds = new BlockKinds[histograms.Count];
        if (used.Length < LeastBlocks)
        {
            foreach (int block in used) kinds[block] = BlockKinds.Normal;
            return new(kinds, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        (double high, double highMargin) = Spread([.. used.Select(b => histograms.High[b])], settings);
        (double low, double lowMargin) = Spread([.. used.Select(b => histograms.Low[b])], settings);
        foreach (int block in used)
        {
            BlockKinds kind = BlockKinds.None;
            if (histograms.High[block] > high + highMargin) kind |= BlockKinds.Hyper;
            if (histograms.Low[block] < low - lowMargin) kind |= BlockKinds.Hypo;
            kinds[block] = kind == BlockKinds.None ? BlockKinds.Normal : kind;
        }

        return new(kinds, high, high + highMargin, low, low - lowMargin);
    }

    /// <summary>How many blocks are of a kind.</summary>
    public int CountOf(BlockKinds kind) => Kinds.Count(k => (k & kind) != 0);

    private static (double Median, double Margin) Spread(float[] percentiles, AdaptiveThresholdSettings settings)
    {
        double median = RobustStatistics.Median(percentiles);
        double deviation = RobustStatistics.NormalConsistency * RobustStatistics.MedianAbsoluteDeviation(percentiles, median);
        return (median, Math.Max(settings.MinimumContrast, settings.MinimumDeviation * Math.Max(LeastDeviation, deviation)));
    }
}
