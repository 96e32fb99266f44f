namespace StrokeFramework.Host.Caching;

/// <summary>Keeps what was made and what was taken from the cache. Safe to use from several threads.</summary>
public sealed class CacheJournal
{
    private const int Named = 3;
    private readonly Dictionary<(string Node, string Of), CacheVerdict> _verdicts = [];
    private readonly List<string> _nodes = [];

    /// <summary>All verdicts, in no particular order.</summary>
    public IReadOnlyList<CacheVerdict> Verdicts
    {
        get
        {
            lock (_verdicts) return [.. _verdicts.Values];
        }
    }

    /// <summary>The nodes that verdicts speak of, in the order of the first verdict on each.</summary>
    public IReadOnlyList<string> Nodes
    {
        get
        {
            lock (_verdicts) return [.. _nodes];
        }
    }

    /// <summary>One line per node and reason, with how many studies it holds for and, where they are few, which.</summary>
    public IReadOnlyList<string> Describe()
    {
        List<string> lines = [];
        ILookup<string, CacheVerdict> byNode = Verdicts.ToLookup(v => v.Node, StringComparer.Ordinal);
        foreach (string node in Nodes)
        {
            IEnumerable<IGrouping<(bool FromCache, string Reason), CacheVerdict>> groups = byNode[node]
                .OrderBy(v => v.Of, StringComparer.Ordinal).GroupBy(v => (v.FromCache, v.Reason)).OrderByDescending(g => g.Key.FromCache).ThenBy(g => g.Key.Reason, StringComparer.Ordinal);
            foreach (IGrouping<(bool FromCache, string Reason), CacheVerdict> group in groups)
            {
                string[] of = [.. group.Select(v => v.Of)];
                string which = of.Length <= Named ? string.Join(", ", of) : $"{of.Length} times ({of[0]} to {of[^1]})";
                lines.Add(group.Key.FromCache ? $"{node}: from the cache, {which}" : $"{node}: ran, {which}: {group.Key.Reason}");
            }
        }

        return lines;
    }

    /// <summary>Adds a verdict; a later one on the same node and study replaces it.</summary>
    internal void Add(CacheVerdict verdict)
    {
        lock (_verdicts)
        {
            if (!_nodes.Contains(verdict.Node)) _nodes.Add(verdict.Node);
            _verdicts[(verdict.Node, verdict.Of)] = verdict;
        }
    }
}
