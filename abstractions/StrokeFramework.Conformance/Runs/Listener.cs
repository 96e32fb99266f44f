namespace StrokeFramework.Conformance.Runs;

/// <summary>Takes remarks and diagnostics and keeps none: a stage that is watched must give what it gives unwatched.</summary>
internal sealed class Listener : IStageLog, IDiagnosticSink
{
    public static Listener Instance { get; } = new();

    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }

    public void Add(Diagnostic diagnostic)
    {
    }
}
