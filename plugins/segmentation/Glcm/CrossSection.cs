using StrokeFramework.Imaging;

namespace StrokeFramework.Glcm;

/// <summary>
/// The cross-section along the matrix's diagonal, smoothed over five levels, and its gradient: peaks are tissues, and the
/// highest is normal brain.
/// </summary>
/// <param name="Values">Pairs of equal level per level.</param>
/// <param name="Gradient">Next value less this one, per level; 0 at the last.</param>
/// <param name="Peak">The level of normal brain.</param>
internal sealed record CrossSection(double[] Values, double[] Gradient, int Peak)
{
    /// <summary>Takes the cross-section of a matrix.</summary>
    public static CrossSection Of(CooccurrenceMatrix matrix)
    {
        var diagonal = new double[matrix.Levels];
        for (int level = 0; level < diagonal.Length; level++) diagonal[level] = matrix[level, level];
        double[] values = MovingAverage.Of(diagonal, 2);
        var gradient = new double[values.Length];
        for (int level = 0; level < values.Length - 1; level++) gradient[level] = values[level + 1] - values[level];
        // Smoothing can level a sharp peak: among equals the one that was highest before.
        int peak = 0;
        for (int level = 1; level < values.Length; level++)
        {
            if (values[level] > values[peak] || (values[level] == values[peak] && diagonal[level] > diagonal[peak])) peak = level;
        }

        return new(values, gradient, peak);
    }

    /// <summary>The level where the cross-section falls most steeply away from the peak on one side.</summary>
    public int SteepestFall(LesionPolarity polarity)
    {
        int step = polarity == LesionPolarity.Hyperintense ? 1 : -1, steepest = Peak;
        double most = double.NegativeInfinity;
        for (int level = Peak + step; level + step >= 0 && level + step < Values.Length; level += step)
        {
            double fall = Values[level] - Values[level + step];
            if (fall > most) (steepest, most) = (level, fall);
        }

        return steepest;
    }
}
