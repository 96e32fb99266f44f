namespace StrokeFramework.RCnn.Boxes;

/// <summary>The best of many scores without putting all in order: how many there are of each size says which are worth sorting.</summary>
internal static class TopScores
{
    // The leading bits of a score: its sign, its exponent and five bits of the rest.
    private const int Bits = 14;

    /// <summary>Chooses the best.</summary>
    /// <param name="scores">The scores; one that is no number is never chosen.</param>
    /// <param name="count">How many are wanted.</param>
    /// <returns>Their indices, best first; of equal scores the first is the better.</returns>
    public static int[] Of(ReadOnlySpan<float> scores, int count)
    {
        var sizes = new int[1 << Bits];
        foreach (float score in scores)
        {
            if (!float.IsNaN(score)) sizes[Falling(score) >> (32 - Bits)]++;
        }

        int least = 0, held = 0;
        while (least < sizes.Length && held < count) held += sizes[least++];
        var best = new ulong[held];
        int n = 0;
        for (int at = 0; at < scores.Length; at++)
        {
            uint key = Falling(scores[at]);
            // Equal scores come in the order of their indices.
            if (!float.IsNaN(scores[at]) && key >> (32 - Bits) < least) best[n++] = ((ulong)key << 32) | (uint)at;
        }

        Array.Sort(best);
        return [.. best.Take(count).Select(b => (int)(uint)b)];
    }

    // Smaller, the larger the score; the two zeros alike.
    private static uint Falling(float score)
    {
        uint bits = BitConverter.SingleToUInt32Bits(score + 0f);
        return (bits & 0x80000000) != 0 ? bits : ~bits & 0x7FFFFFFF;
    }
}
