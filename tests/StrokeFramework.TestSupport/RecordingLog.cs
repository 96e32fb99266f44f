namespace StrokeFramework.TestSupport;

/// <summary>Keeps what a stage says.</summary>
public sealed class RecordingLog : IStageLog
{
    private readonly Lock _gate = new();
    private readonly List<string> _information = [];
    private readonly List<string> _warnings = [];

    /// <summary>The remarks.</summary>
    public IReadOnlyList<string> InformationMessages => _information;

    /// <summary>The warnings.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <inheritdoc/>
    public void Information(string message)
    {
        lock (_gate) _information.Add(message);
    }

    /// <inheritdoc/>
    public void Warning(string message)
    {
        lock (_gate) _warnings.Add(message);
    }
}
