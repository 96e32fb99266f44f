namespace StrokeFramework.Glcm;

/// <summary>
/// For every level t, the pairs with both levels at or beyond t (the region) and with one of them there (the boundary).
/// </summary>
/// <param name="Region">Pairs inside, per level.</param>
/// <param name="Boundary">Pairs across, per level.</param>
internal sealed record PairSums(long[] Region, long[] Boundary)
{
    /// <summary>Sums a matrix for one side.</summary>
    public static PairSums Of(CooccurrenceMatrix matrix, LesionPolarity polarity)
    {
        int levels = matrix.Levels;
        bool bright = polarity == LesionPolarity.Hyperintense;
        var region = new long[levels];
        var boundary = new long[levels];
        long inside = 0, across = 0;
        for (int n = 0; n < levels; n++)
        {
            // Level t joins the inside: its pairs with the inside come in, its pairs with the outside become boundary.
            int t = bright ? levels - 1 - n : n;
            long withInside = 0, withOutside = 0;
            for (int j = 0; j < levels; j++)
            {
                if (j == t) continue;
                if (bright ? j > t : j < t) withInside += matrix[t, j];
                else withOutside += matrix[t, j];
            }

            inside += matrix[t, t] + (2 * withInside);
            across += 2 * (withOutside - withInside);
            (region[t], boundary[t]) = (inside, across);
        }

        return new(region, boundary);
    }

    /// <summary>Boundary over boundary and region; NaN where there are no pairs.</summary>
    public double RatioAt(int level)
    {
        long all = Boundary[level] + Region[level];
        return all == 0 ? double.NaN : (double)Boundary[level] / all;
    }
}
