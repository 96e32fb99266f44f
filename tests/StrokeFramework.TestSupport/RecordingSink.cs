using System.Collections.Concurrent;

namespace StrokeFramework.TestSupport;

/// <summary>Keeps a stage's diagnostics by name.</summary>
public sealed class RecordingSink : IDiagnosticSink
{
    private readonly ConcurrentDictionary<string, Diagnostic> _diagnostics = new(StringComparer.Ordinal);

    /// <summary>The diagnostics by name.</summary>
    public IReadOnlyDictionary<string, Diagnostic> Diagnostics => _diagnostics;

    /// <inheritdoc/>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        _diagnostics[diagnostic.Name] = diagnostic;
    }

    /// <summary>The value of a scalar.</summary>
    public double Scalar(string name) => ((ScalarDiagnostic)_diagnostics[name]).Value;
}
