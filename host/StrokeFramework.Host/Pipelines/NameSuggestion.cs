namespace StrokeFramework.Host.Pipelines;

/// <summary>Finds what a misspelt name was probably meant to be.</summary>
public static class NameSuggestion
{
    /// <summary>The nearest known name within a third of its length in edits, or null.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What could have been written.</param>
    public static string? Find(string name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(known);
        string? best = null;
        int least = int.MaxValue;
        foreach (string candidate in known)
        {
            int distance = Distance(name, candidate);
            if (distance < least && distance <= Math.Max(1, Math.Max(name.Length, candidate.Length) / 3)) (best, least) = (candidate, distance);
        }

        return best;
    }

    /// <summary>"Did you mean …?" or, failing that, the names there are.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What could have been written.</param>
    public static string Remedy(string name, IEnumerable<string> known)
    {
        string[] names = [.. known];
        return Find(name, names) is { } meant ? $"Did you mean '{meant}'?"
            : names.Length > 0 ? $"There {(names.Length == 1 ? "is" : "are")}: {string.Join(", ", names)}."
            : "";
    }

    private static int Distance(string a, string b)
    {
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)], current = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = previous[j - 1] + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
