namespace StrokeFramework.Host.Execution;

/// <summary>Passes a stage's progress on, never falling and at most a hundred times.</summary>
internal sealed class NodeProgress(IRunProgress target, string study, string node) : IProgress<double>
{
    private readonly Lock _gate = new();
    private double _last;

    public void Report(double value)
    {
        lock (_gate)
        {
            if (!(value >= _last + 0.01)) return;
            _last = Math.Min(value, 1);
            target.NodeProgressed(study, node, _last);
        }
    }
}
