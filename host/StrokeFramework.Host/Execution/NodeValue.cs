namespace StrokeFramework.Host.Execution;

/// <summary>A value on an edge with the hash it had when it was made, and the nodes that are looking at it.</summary>
internal sealed class NodeValue(object value)
{
    private readonly HashSet<string> _everInside = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inside = new(StringComparer.Ordinal);

    public object Value { get; } = value;

    public string Hash { get; } = ContentHash.Of(value);

    public bool HasChanged() => ContentHash.Of(Value) != Hash;

    public void Enter(string node)
    {
        lock (_inside)
        {
            _inside.Add(node);
            _everInside.UnionWith(_inside);
        }
    }

    public void Leave(string node)
    {
        lock (_inside)
        {
            _inside.Remove(node);
            if (_inside.Count == 0) _everInside.Clear();
        }
    }

    /// <summary>Nodes other than this one that have looked at the value since it was last known to be untouched.</summary>
    public string[] OthersInside(string node)
    {
        lock (_inside) return [.. _everInside.Where(n => n != node).Order(StringComparer.Ordinal)];
    }
}
