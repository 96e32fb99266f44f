using StrokeFramework.Imaging;

namespace StrokeFramework.Glcm;

/// <summary>
/// How far the voxels beyond a level lie from normal brain: the matrix's row sums are a histogram of the brain, in which
/// each voxel counts once for every neighbor.
/// </summary>
/// <param name="Counts">Pairs per level.</param>
/// <param name="Median">Median of the brain on the unit range.</param>
/// <param name="Deviation">1.4826 times the median absolute deviation, at least 0.001.</param>
internal sealed record LevelDistances(long[] Counts, double Median, double Deviation)
{
    private const double LeastDeviation = 0.001;

    /// <summary>Takes median and deviation from a matrix.</summary>
    public static LevelDistances Of(CooccurrenceMatrix matrix)
    {
        var counts = new long[matrix.Levels];
        for (int i = 0; i < counts.Length; i++)
        {
            for (int j = 0; j < counts.Length; j++) counts[i] += matrix[i, j];
        }

        double half = 0.5 * counts.Sum();
        double median = Bisect(x => Below(counts, x) >= half);
        double deviation = Bisect(d => Below(counts, median + d) - Below(counts, median - d) >= half);
        return new(counts, median, Math.Max(LeastDeviation, RobustStatistics.NormalConsistency * deviation));
    }

    /// <summary>For every level, whether the mean of what lies at or beyond it is far enough from normal brain.</summary>
    public bool[] FarEnough(LesionPolarity polarity, GlcmSettings settings)
    {
        var far = new bool[Counts.Length];
        double least = Math.Max(settings.MinimumContrast, settings.MinimumDeviation * Deviation);
        bool bright = polarity == LesionPolarity.Hyperintense;
        double sum = 0;
        long count = 0;
        for (int n = 0; n < far.Length; n++)
        {
            int level = bright ? far.Length - 1 - n : n;
            sum += Counts[level] * ((level + 0.5) / far.Length);
            count += Counts[level];
            far[level] = count > 0 && (bright ? 1 : -1) * ((sum / count) - Median) >= least;
        }

        return far;
    }

    /// <summary>Pairs below an intensity, taken as spread evenly over each level.</summary>
    private static double Below(long[] counts, double intensity)
    {
        double position = Math.Clamp(intensity, 0, 1) * counts.Length, sum = 0;
        int whole = Math.Min(counts.Length - 1, (int)position);
        for (int level = 0; level < whole; level++) sum += counts[level];
        return sum + ((position - whole) * counts[whole]);
    }

    /// <summary>The least number in [0, 1] from which on a condition holds.</summary>
    private static double Bisect(Predicate<double> holds)
    {
        double low = 0, high = 1;
        for (int step = 0; step < 40; step++)
        {
            double middle = 0.5 * (low + high);
            if (holds(middle)) high = middle;
            else low = middle;
        }

        return high;
    }
}
