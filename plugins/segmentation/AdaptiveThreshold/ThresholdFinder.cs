using StrokeFramework.AdaptiveThreshold.Blocks;

namespace StrokeFramework.AdaptiveThreshold;

/// <summary>Reads a threshold off superimposed envelopes.</summary>
internal static class ThresholdFinder
{
    /// <summary>Finds the threshold of one side, looking outwards from the peak of normal tissue.</summary>
    /// <param name="envelopes">Normal and abnormal envelopes over [0, 1].</param>
    /// <param name="polarity">The side.</param>
    /// <param name="rule">Crossing or steepest rise.</param>
    /// <param name="normalEnd">Where normal tissue ends: the threshold lies beyond it.</param>
    /// <returns>The edge, towards normal tissue, of the first bin that is lesion; NaN when the rule finds none.</returns>
    public static double Find(Envelopes envelopes, LesionPolarity polarity, ThresholdRule rule, double normalEnd)
    {
        double[] normal = envelopes.Normal, abnormal = envelopes.Abnormal(polarity);
        int bins = normal.Length, peak = Array.IndexOf(normal, normal.Max());
        if (normal[peak] <= 0) return double.NaN;
        int end = Math.Clamp((int)(normalEnd * bins), 0, bins - 1);
        bool bright = polarity == LesionPolarity.Hyperintense;
        int step = bright ? 1 : -1, start = step + (bright ? Math.Max(peak, end) : Math.Min(peak, end));
        int found = rule == ThresholdRule.Crossing ? Crossing(normal, abnormal, start, step) : SteepestRise(envelopes.Gradient(polarity), start, step);
        return found < 0 ? double.NaN : (double)(bright ? found : found + 1) / bins;
    }

    private static int Crossing(double[] normal, double[] abnormal, int start, int step)
    {
        for (int bin = start; bin >= 0 && bin < normal.Length && bin + step >= 0 && bin + step < normal.Length; bin += step)
        {
            if (abnormal[bin] > normal[bin] && abnormal[bin + step] > normal[bin + step]) return bin;
        }

        return -1;
    }

    private static int SteepestRise(double[] gradient, int start, int step)
    {
        int steepest = -1;
        double most = 0;
        for (int bin = start; bin >= 0 && bin < gradient.Length; bin += step)
        {
            if (step * gradient[bin] > most) (steepest, most) = (bin, step * gradient[bin]);
        }

        return steepest;
    }
}
