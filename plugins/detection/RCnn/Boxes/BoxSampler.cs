namespace StrokeFramework.RCnn.Boxes;

/// <summary>Chooses the candidates that a step learns from, so that background doesn't drown what is rare.</summary>
internal static class BoxSampler
{
    /// <summary>Chooses at random.</summary>
    /// <param name="assigned">As <see cref="BoxAssignment"/> gives it.</param>
    /// <param name="count">How many are wanted; fewer when there are fewer.</param>
    /// <param name="positiveShare">Largest share of those that stand for a true box.</param>
    /// <param name="random">The generator.</param>
    /// <returns>Indices, those that stand for a true box first.</returns>
    public static (long[] Positive, long[] Negative) Choose(ReadOnlySpan<int> assigned, int count, double positiveShare, Random random)
    {
        List<long> positive = [], negative = [];
        for (int n = 0; n < assigned.Length; n++)
        {
            if (assigned[n] >= 0) positive.Add(n);
            else if (assigned[n] == BoxAssignment.Background) negative.Add(n);
        }

        long[] chosen = Draw(positive, (int)(count * positiveShare), random);
        return (chosen, Draw(negative, count - chosen.Length, random));
    }

    private static long[] Draw(List<long> from, int most, Random random)
    {
        int count = Math.Min(most, from.Count);
        for (int n = 0; n < count; n++)
        {
            int with = random.Next(n, from.Count);
            (from[n], from[with]) = (from[with], from[n]);
        }

        return [.. from.Take(count).Order()];
    }
}
