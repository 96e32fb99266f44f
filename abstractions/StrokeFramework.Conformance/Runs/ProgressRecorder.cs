namespace StrokeFramework.Conformance.Runs;

/// <summary>Keeps the first report of progress that breaks the rule.</summary>
internal sealed class ProgressRecorder : IProgress<double>
{
    private readonly Lock _gate = new();
    private double _last;

    /// <summary>What was wrong, as a sentence, or null.</summary>
    public string? Fault { get; private set; }

    public void Report(double value)
    {
        lock (_gate)
        {
            if (value is not (>= 0 and <= 1)) Fault ??= FormattableString.Invariant($"It reported {value:R}.");
            else if (value < _last) Fault ??= FormattableString.Invariant($"It reported {value:R} after {_last:R}.");
            else _last = value;
        }
    }
}
