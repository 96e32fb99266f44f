namespace StrokeFramework.Host.Caching;

/// <summary>A node gave another result than it did before for the very same inputs.</summary>
internal sealed class NotReproducibleException(string node) : Exception($"The node '{node}' gave another result than before for the same inputs.")
{
    /// <summary>The node.</summary>
    public string Node { get; } = node;
}
