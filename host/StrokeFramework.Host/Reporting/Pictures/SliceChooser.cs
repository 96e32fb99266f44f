namespace StrokeFramework.Host.Reporting.Pictures;

/// <summary>Chooses the slices worth showing.</summary>
internal static class SliceChooser
{
    /// <summary>
    /// Slices in ascending order: those with lesion, then their neighbors as far as there is room, filled up to
    /// <paramref name="least"/> with further ones. Where more than <paramref name="most"/> have lesion, evenly spaced
    /// ones of them with the fullest. Without lesion, evenly spaced slices of those with content.
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

        if (with.Length > most) return SpreadWith(with, most, with.MaxBy(s => lesion[s]));
        var chosen = new SortedSet<int>(with);
        foreach (int slice in with.OrderByDescending(s => lesion[s]).ThenBy(s => s))
        {
            if (slice > 0 && chosen.Count < most) chosen.Add(slice - 1);
            if (slice < count - 1 && chosen.Count < most) chosen.Add(slice + 1);
        }

        for (int reach = 1; chosen.Count < Math.Min(least, count); reach++)
        {
            if (with[0] - reach >= 0) chosen.Add(with[0] - reach);
            if (chosen.Count < least && with[^1] + reach < count) chosen.Add(with[^1] + reach);
        }

        return [.. chosen];
    }

    /// <summary>At most so many of the slices, evenly spaced.</summary>
    public static IReadOnlyList<int> Spread(IReadOnlyList<int> slices, int most)
    {
        if (slices.Count <= most) return slices;
        return [.. Enumerable.Range(0, most).Select(n => slices[most == 1 ? slices.Count / 2 : (int)Math.Round(n * (slices.Count - 1.0) / (most - 1))])];
    }

    private static int[] SpreadWith(int[] slices, int most, int wanted)
    {
        int[] even = [.. Spread(slices, most)];
        if (!even.Contains(wanted)) even[Array.IndexOf(even, even.MinBy(s => Math.Abs(s - wanted)))] = wanted;
        return even;
    }
}
