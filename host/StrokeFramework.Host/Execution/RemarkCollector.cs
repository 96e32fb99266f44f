namespace StrokeFramework.Host.Execution;

/// <summary>Keeps what a node says.</summary>
internal sealed class RemarkCollector(string node) : IStageLog
{
    private readonly List<StageRemark> _items = [];

    public IReadOnlyList<StageRemark> Items
    {
        get
        {
            // Threads may speak in any order; a report must not depend on it.
            lock (_items) return [.. _items.OrderByDescending(r => r.IsWarning).ThenBy(r => r.Message, StringComparer.Ordinal)];
        }
    }

    public void Information(string message) => Add(false, message);

    public void Warning(string message) => Add(true, message);

    private void Add(bool isWarning, string message)
    {
        lock (_items) _items.Add(new(node, isWarning, message));
    }
}
