namespace StrokeFramework.Host.Pipelines;

/// <summary>Collects what is wrong, so that everything is said at once. Several threads may add to it.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<PipelineDiagnostic> _items = [];

    public int Count => _items.Count;

    /// <summary>What was collected, in the order of the file; what comes from the command line last.</summary>
    public IReadOnlyList<PipelineDiagnostic> Items =>
        [.. _items.OrderBy(d => d.Position is null).ThenBy(d => d.Position?.Line).ThenBy(d => d.Position?.Column)];

    public void Add(string code, LocatedJson at, string message, string remedy = "") => Add(code, at.Path, at.Position, message, remedy);

    public void Add(string code, string path, JsonPosition? position, string message, string remedy = "")
    {
        lock (_items) _items.Add(new(code, path, position, message, remedy));
    }
}
