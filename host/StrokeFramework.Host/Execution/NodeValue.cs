namespace StrokeFramework.Host.Execution;

/// <summary>
/// A value on an edge: always its hash, the value itself when somebody asked for it, and the nodes that are looking at it.
/// </summary>
internal sealed class NodeValue
{
    private readonly HashSet<string> _everInside = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inside = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Func<Task<object>>? _make;
    private Task<object>? _value;

    /// <summary>A value that is there.</summary>
    public NodeValue(object value, string hash) => (_value, Hash) = (Task.FromResult(value), hash);

    /// <summary>A value that is made, or read, when somebody asks for it.</summary>
    public NodeValue(string hash, Func<Task<object>> make) => (Hash, _make) = (hash, make);

    /// <summary>The hash it had, or has to have, when it was made.</summary>
    public string Hash { get; }

    /// <summary>Whether it is made only when asked for.</summary>
    public bool IsLazy => _make is not null;

    /// <summary>The value.</summary>
    public Task<object> GetAsync()
    {
        lock (_gate) return _value ??= _make is null ? throw new InvalidOperationException("A value was asked for after its last consumer.") : _make();
    }

    /// <summary>Lets go of the value; one that is made on demand can be made again.</summary>
    public void Drop()
    {
        lock (_gate) _value = null;
    }

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
