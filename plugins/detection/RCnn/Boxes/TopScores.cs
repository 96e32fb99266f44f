namespace StrokeFramework.RCnn.Boxes;

/// <summary>The best of many scores without putting all in order.</summary>
internal static class TopScores
{
    /// <summary>Chooses the best.</summary>
    /// <param name="scores">The scores; one that is no number is never chosen.</param>
    /// <param name="count">How many are wanted.</param>
    /// <returns>Their indices, best first; of equal scores the first is the better.</returns>
    public static int[] Of(ReadOnlySpan<float> scores, int count)
    {
        // The worst of those held lies on top: the lowest score, of equal ones the last.
        var held = new PriorityQueue<int, (float Score, int Index)>(Comparer<(float Score, int Index)>.Create(static (a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.Index.CompareTo(a.Index)));
        float least = float.NegativeInfinity;
        for (int n = 0; n < scores.Length && count > 0; n++)
        {
            float score = scores[n];
            if (float.IsNaN(score)) continue;
            if (held.Count < count)
            {
                held.Enqueue(n, (score, n));
            }
            else
            {
                if (score <= least) continue;
                held.EnqueueDequeue(n, (score, n));
            }

            if (held.Count == count && held.TryPeek(out _, out (float Score, int Index) worst)) least = worst.Score;
        }

        var best = new int[held.Count];
        for (int n = best.Length - 1; n >= 0; n--) best[n] = held.Dequeue();
        return best;
    }
}
