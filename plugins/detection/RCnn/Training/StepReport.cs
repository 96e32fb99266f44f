using System.Diagnostics;
using StrokeFramework.RCnn.Network;

namespace StrokeFramework.RCnn.Training;

/// <summary>Tells who watches how training goes.</summary>
/// <param name="steps">Steps in all.</param>
/// <param name="slicesPerStep">Slices of a step.</param>
/// <param name="first">The step that training starts or goes on from.</param>
/// <param name="context">Who watches.</param>
internal sealed class StepReport(int steps, int slicesPerStep, int first, StageContext context)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly double[] _sums = new double[LossParts.Names.Count];
    private int _added;
    private double? _figure;
    private long _shown = Stopwatch.GetTimestamp();

    /// <summary>Adds the losses of a step.</summary>
    public void Add(IReadOnlyList<double> losses)
    {
        for (int n = 0; n < _sums.Length; n++) _sums[n] += losses[n];
        _added++;
    }

    /// <summary>Notes the best average precision so far.</summary>
    public void Judged(double best) => _figure = best;

    /// <summary>Tells, if the last time was long enough ago.</summary>
    public void ShowIfDue(int step, TimeSpan every)
    {
        context.Progress?.Report((double)step / steps);
        if (Stopwatch.GetElapsedTime(_shown) >= every) Show(step);
    }

    /// <summary>Tells the mean losses since the last time.</summary>
    public void Show(int step)
    {
        if (_added == 0 || context.Training?.Steps is not { } watcher) return;
        List<KeyValuePair<string, double>> values = [.. LossParts.Names.Select((name, n) => KeyValuePair.Create(name, _sums[n] / _added))];
        if (_figure is { } figure) values.Add(new("best AP50", figure));
        double now = Stopwatch.GetElapsedTime(_shown).TotalSeconds, whole = Stopwatch.GetElapsedTime(_started).TotalSeconds;
        watcher.Report(new(step, steps, values, _added * slicesPerStep / Math.Max(now, 1e-9), TimeSpan.FromSeconds(whole / Math.Max(1, step - first) * (steps - step))));
        Array.Clear(_sums);
        _added = 0;
        _shown = Stopwatch.GetTimestamp();
    }
}
