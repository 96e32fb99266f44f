using StrokeFramework.Imaging;

namespace StrokeFramework.AdaptiveThreshold.Blocks;

/// <summary>The largest count of any block at each intensity, for normal and for abnormal blocks, smoothed over three bins.</summary>
/// <param name="Normal">Envelope of the normal blocks.</param>
/// <param name="Hyper">Envelope of the blocks that are abnormally bright.</param>
/// <param name="Hypo">Envelope of the blocks that are abnormally dark.</param>
internal sealed record Envelopes(double[] Normal, double[] Hyper, double[] Hypo)
{
    /// <summary>Takes the envelopes of judged blocks.</summary>
    public static Envelopes Of(BlockHistograms histograms, BlockKinds[] kinds) =>
        new(Of(histograms, kinds, BlockKinds.Normal), Of(histograms, kinds, BlockKinds.Hyper), Of(histograms, kinds, BlockKinds.Hypo));

    /// <summary>The envelope of a side's abnormal blocks.</summary>
    public double[] Abnormal(LesionPolarity polarity) => polarity == LesionPolarity.Hyperintense ? Hyper : Hypo;

    /// <summary>How fast the abnormal envelope gains on the normal one per bin, smoothed over five bins.</summary>
    public double[] Gradient(LesionPolarity polarity)
    {
        double[] abnormal = Abnormal(polarity);
        var slope = new double[Normal.Length];
        for (int bin = 1; bin < slope.Length - 1; bin++)
            slope[bin] = 0.5 * (abnormal[bin + 1] - Normal[bin + 1] - abnormal[bin - 1] + Normal[bin - 1]);
        return MovingAverage.Of(slope, 2);
    }

    private static double[] Of(BlockHistograms histograms, BlockKinds[] kinds, BlockKinds kind)
    {
        var highest = new double[histograms.Bins];
        for (int block = 0; block < kinds.Length; block++)
        {
            if ((kinds[block] & kind) == 0) continue;
            ReadOnlySpan<int> counts = histograms.Of(block);
            for (int bin = 0; bin < highest.Length; bin++) highest[bin] = Math.Max(highest[bin], counts[bin]);
        }

        return MovingAverage.Of(highest, 1);
    }
}
