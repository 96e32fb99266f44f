namespace StrokeFramework.Host.Execution;

/// <summary>Keeps a node's diagnostics; the order of arrival does not matter.</summary>
internal sealed class DiagnosticCollector : IDiagnosticSink
{
    private readonly SortedDictionary<string, Diagnostic> _items = new(StringComparer.Ordinal);

    public IReadOnlyList<Diagnostic> Items
    {
        get
        {
            lock (_items) return [.. _items.Values];
        }
    }

    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        lock (_items) _items[diagnostic.Name] = diagnostic;
    }
}
