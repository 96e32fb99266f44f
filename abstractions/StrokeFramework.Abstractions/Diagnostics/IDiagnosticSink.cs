namespace StrokeFramework;

/// <summary>Takes what a method wants shown: thresholds, curves, matrices, maps. The report draws them.</summary>
public interface IDiagnosticSink
{
    /// <summary>Adds one. Safe to call from several threads; names are unique within a stage, later ones replace.</summary>
    void Add(Diagnostic diagnostic);
}
