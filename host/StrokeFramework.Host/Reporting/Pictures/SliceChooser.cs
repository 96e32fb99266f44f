namespace StrokeFramework.Host.Reporting.Pictures;

/// <summary>Chooses the slices worth showing.</summary>
internal static class SliceChooser
{
    /// <summary>
    /// Slices in ascending order: all with lesion and a neighbor on each side, filled up to <paramref name="least"/>
    /// with further neighbors; where there are more than <paramref name="most"/>, evenly spaced ones and the fullest.
    /// Without lesion, evenly spaced slices of those with content.
    /// </summary>
    /// <param name="lesion">Lesion voxels per slice.</param>
    /// <param name="content">Head voxels per slice.</param>
    /// <param name="least">Show at least so many, where there are as many.</param>
    /// <param name="most">Show at most so many.</param>
    public static IReadOnlyList<int> Choose(IReadOnlyList<int> lesion, IReadOnlyList<int> content, int least, int most)
    {
        int count = lesion.Count;
        int[] with = [.. Enumerable.Range(0, count).Where(s => lesion[s] > 0)];
        if (with.Length == 0)
        {
            int full = content.Max() / 4;
            int[] head = [.. Enumerable.Range(0, count).Where(s => content[s] >= full)];
            return Spread(head, most);
        }

        var chosen = new SortedSet<int>(with);
        foreach (int slice in with)
        {
            if (slice > 0) chosen.Add(slice - 1);
            if (slice < count - 1) chosen.Add(slice + 1);
        }

        for (int reach = 1; chosen.Count < Math.Min(least, count); reach++)
        {
            if (with[0] - reach >= 0) chosen.Add(with[0] - reach);
            if (chosen.Count < least && with[^1] + reach < count) chosen.Add(with[^1] + reach);
        }

        if (chosen.Count <= most) return [.. chosen];
        int fullest = with.MaxBy(s => lesion[s]);
        int[] even = [.. Spread([.. chosen], most)];
        if (!even.Contains(fullest)) even[Array.IndexOf(even, even.MinBy(s => Math.Abs(s - fullest)))] = fullest;
        return even;
    }

    private static int[] Spread(int[] slices, int most)
    {
        if (slices.Length <= most) return slices;
        return [.. Enumerable.Range(0, most).Select(n => slices[most == 1 ? slices.Length / 2 : (int)Math.Round(n * (slices.Length - 1.0) / (most - 1))])];
    }
}
