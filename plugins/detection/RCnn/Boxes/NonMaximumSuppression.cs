namespace StrokeFramework.RCnn.Boxes;

/// <summary>
/// Greedy non-maximum suppression: going from the best score to the worst, a box stays unless it overlaps one that
/// stays. A box is compared with those that stay alone, and it ends with the last that is wanted.
/// </summary>
internal static class NonMaximumSuppression
{
    /// <summary>Chooses the boxes that stay.</summary>
    /// <param name="boxes">Four numbers each.</param>
    /// <param name="scores">One each; of equal scores the first is the better.</param>
    /// <param name="threshold">Boxes that overlap by more than this are the same object.</param>
    /// <param name="classes">One each: boxes of different classes are never in each other's way; or empty, when all are of one.</param>
    /// <param name="most">Most boxes that stay.</param>
    /// <returns>Their indices, best score first.</returns>
    public static int[] Keep(ReadOnlySpan<float> boxes, ReadOnlySpan<float> scores, double threshold, ReadOnlySpan<int> classes = default, int most = int.MaxValue)
    {
        List<int> kept = [];
        foreach (int n in TopScores.Of(scores, scores.Length))
        {
            if (kept.Count >= most) break;
            bool free = true;
            for (int k = 0; free && k < kept.Count; k++)
            {
                int other = kept[k];
                free = (!classes.IsEmpty && classes[other] != classes[n]) || !(BoxOverlap.Of(boxes.Slice(4 * other, 4), boxes.Slice(4 * n, 4)) > threshold);
            }

            if (free) kept.Add(n);
        }

        return [.. kept];
    }
}
