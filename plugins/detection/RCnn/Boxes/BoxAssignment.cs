namespace StrokeFramework.RCnn.Boxes;

/// <summary>Which true box each candidate stands for.</summary>
internal static class BoxAssignment
{
    /// <summary>The candidate is background.</summary>
    public const int Background = -1;

    /// <summary>The candidate is neither one nor the other, and nothing is learned from it.</summary>
    public const int Ignored = -2;

    /// <summary>Assigns true boxes by overlap.</summary>
    /// <param name="candidates">Four numbers each.</param>
    /// <param name="truth">Four numbers each; may be empty, and then all is background.</param>
    /// <param name="positive">Least overlap of a candidate that stands for a true box.</param>
    /// <param name="negative">A candidate below this overlap with all of them is background.</param>
    /// <param name="best">Whether the best candidates of a true box stand for it however little they overlap it (Ren et al. 2015).</param>
    /// <returns>For each candidate the true box, <see cref="Background"/> or <see cref="Ignored"/>.</returns>
    public static int[] Assign(ReadOnlySpan<float> candidates, ReadOnlySpan<float> truth, double positive, double negative, bool best)
    {
        int count = candidates.Length / 4, boxes = truth.Length / 4;
        var assigned = new int[count];
        Array.Fill(assigned, Background);
        if (boxes == 0 || count == 0) return assigned;
        var overlap = new float[boxes * count]; // a true box after the other
        for (int t = 0; t < boxes; t++)
        {
            for (int c = 0; c < count; c++) overlap[(t * count) + c] = BoxOverlap.Of(truth.Slice(4 * t, 4), candidates.Slice(4 * c, 4));
        }

        for (int c = 0; c < count; c++)
        {
            int of = 0;
            for (int t = 1; t < boxes; t++)
            {
                if (overlap[(t * count) + c] > overlap[(of * count) + c]) of = t;
            }

            float most = overlap[(of * count) + c];
            assigned[c] = most >= positive ? of : most < negative ? Background : Ignored;
        }

        for (int t = 0; best && t < boxes; t++)
        {
            ReadOnlySpan<float> row = overlap.AsSpan(t * count, count);
            float most = 0;
            foreach (float one in row) most = Math.Max(most, one);
            if (most <= 0) continue;
            for (int c = 0; c < count; c++)
            {
                if (row[c] >= most - 1e-4f) assigned[c] = t;
            }
        }

        return assigned;
    }
}
