namespace StrokeFramework.Glcm;

/// <summary>Reads the threshold of one side off a co-occurrence matrix.</summary>
internal static class ThresholdFinder
{
    /// <summary>Finds a threshold and judges whether there is a lesion beyond it.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="section">Its cross-section.</param>
    /// <param name="polarity">The side.</param>
    /// <param name="settings">Rule, range and guard.</param>
    /// <param name="leastPairs">Fewer pairs beyond the threshold are no lesion.</param>
    public static SideThreshold Find(CooccurrenceMatrix matrix, CrossSection section, LesionPolarity polarity, GlcmSettings settings, double leastPairs)
    {
        PairSums sums = PairSums.Of(matrix, polarity);
        bool[] far = LevelDistances.Of(matrix).FarEnough(polarity, settings);
        int fall = section.SteepestFall(polarity);
        int level = settings.Rule == ThresholdRule.BoundaryRatio
            ? LeastRatio(sums, far, fall, polarity, (int)Math.Round(settings.SearchRange * matrix.Levels), leastPairs)
            : EdgeMean(matrix, section.Peak, polarity, Math.Max(1, (int)Math.Round(settings.EdgeDifference * matrix.Levels)));
        if (level < 0) return new(polarity, sums, fall, level, double.NaN, false);
        double ratio = sums.RatioAt(level);
        return new(polarity, sums, fall, level, ratio, far[level] && ratio <= settings.MaximumRatio && sums.Region[level] >= leastPairs);
    }

    private static int LeastRatio(PairSums sums, bool[] far, int fall, LesionPolarity polarity, int range, double leastPairs)
    {
        int step = polarity == LesionPolarity.Hyperintense ? 1 : -1, best = -1;
        double least = double.PositiveInfinity;
        for (int n = 1; n <= range; n++)
        {
            int level = fall + (n * step);
            if (level < 0 || level >= sums.Region.Length || sums.Region[level] < leastPairs) break;
            double ratio = sums.RatioAt(level);
            if (far[level] && ratio < least) (best, least) = (level, ratio);
        }

        return best;
    }

    /// <summary>The mean level of the pairs that differ by at least <paramref name="difference"/> and lie on this side of the peak.</summary>
    private static int EdgeMean(CooccurrenceMatrix matrix, int peak, LesionPolarity polarity, int difference)
    {
        bool bright = polarity == LesionPolarity.Hyperintense;
        int from = bright ? peak : 0, to = bright ? matrix.Levels - 1 : peak;
        double sum = 0;
        long pairs = 0;
        for (int i = from; i <= to; i++)
        {
            for (int j = i + difference; j <= to; j++)
            {
                sum += 0.5 * (i + j) * matrix[i, j];
                pairs += matrix[i, j];
            }
        }

        if (pairs == 0) return -1;
        return bright ? (int)Math.Ceiling(sum / pairs) : (int)Math.Floor(sum / pairs);
    }
}
