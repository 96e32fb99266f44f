namespace StrokeFramework.Host.Caching;

/// <summary>Says which parts of a key changed, in words.</summary>
internal static class KeyDifference
{
    private const int Shown = 3;

    // Another stage has other parameters, and another plugin other files: the first name that changed says it all.
    private static readonly (string Name, Func<string, bool> Covers)[] Covering =
    [
        ("stage", static part => part is "plugin" or "plugin's files" or "algorithm version" or "model" || part.StartsWith("parameter ", StringComparison.Ordinal) || part.StartsWith("runtime ", StringComparison.Ordinal)),
        ("plugin", static part => part is "plugin's files"),
    ];

    /// <summary>Why something has to be made whose last known key is given, as a phrase.</summary>
    public static string Reason(IReadOnlyList<CachePart>? before, CacheKey now)
    {
        if (before is null) return "no earlier result is known";
        return Describe(before, now.Parts) is { Length: > 0 } changed ? changed : "its result is not in the cache any more";
    }

    /// <summary>What changed, as a phrase; empty when nothing did.</summary>
    public static string Describe(IReadOnlyList<CachePart> before, IReadOnlyList<CachePart> now)
    {
        var old = before.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        var young = now.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        List<string> changed = [.. old.Keys.Union(young.Keys, StringComparer.Ordinal).Where(n => old.GetValueOrDefault(n) != young.GetValueOrDefault(n)).Order(StringComparer.Ordinal)];
        foreach ((string name, Func<string, bool> covers) in Covering)
        {
            if (changed.Contains(name)) changed.RemoveAll(n => covers(n));
        }

        string text = string.Join("; ", changed.Take(Shown).Select(n => Describe(n, old.GetValueOrDefault(n), young.GetValueOrDefault(n))));
        return changed.Count > Shown ? $"{text}; and {changed.Count - Shown} more" : text;
    }

    private static string Describe(string name, string? before, string? now)
    {
        if (before is null) return IsReadable(name) ? $"{name} is new ({now})" : $"{name} is new";
        if (now is null) return $"{name} is gone";
        return IsReadable(name) ? $"{name} changed {before} -> {now}" : $"{name} changed";
    }

    // The others are hashes.
    private static bool IsReadable(string name) =>
        name is "stage" or "plugin" or "algorithm version" or "seed" or "minimum lesion volume" or "framework" or "system" or "processor" || name.StartsWith("parameter ", StringComparison.Ordinal);
}
