using System.Diagnostics;

namespace StrokeFramework.Networks;

/// <summary>Says when a training reports and when it keeps its state, and makes the reports: means since the last one, speed, time left.</summary>
public sealed class TrainingClock
{
    private const double Newest = 0.2;
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(5);

    private readonly TrainingSession? _session;
    private readonly int _steps;
    private readonly Dictionary<string, (double Sum, int Count)> _values = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private long _reported = Stopwatch.GetTimestamp(), _kept = Stopwatch.GetTimestamp(), _images;
    private int _doneBefore;
    private double _secondsPerStep = double.NaN;

    /// <summary>Starts the clock.</summary>
    /// <param name="session">Who watches; may be null.</param>
    /// <param name="first">The first step to be done; more than 0 when a training goes on.</param>
    /// <param name="steps">Steps in all.</param>
    public TrainingClock(TrainingSession? session, int first, int steps)
    {
        (_session, _doneBefore, _steps) = (session, first, steps);
    }

    /// <summary>Adds a figure of a step to the mean that is reported next.</summary>
    public void Add(string name, double value)
    {
        if (_session?.Steps is null) return;
        if (!_values.TryGetValue(name, out (double Sum, int Count) known)) _order.Add(name);
        _values[name] = (known.Sum + value, known.Count + 1);
    }

    /// <summary>Ends a step; reports when it is time to, and after the last.</summary>
    /// <param name="done">Steps done.</param>
    /// <param name="images">Images that the step learned from.</param>
    public void EndStep(int done, int images)
    {
        _images += images;
        if (_session?.Steps is not { } watcher || (done < _steps && Stopwatch.GetElapsedTime(_reported) < BetweenReports)) return;
        double seconds = Math.Max(1e-9, Stopwatch.GetElapsedTime(_reported).TotalSeconds), perStep = seconds / Math.Max(1, done - _doneBefore);
        // The speed of late counts more than that of long ago, and a short disturbance not much.
        _secondsPerStep = double.IsNaN(_secondsPerStep) ? perStep : _secondsPerStep + (Newest * (perStep - _secondsPerStep));
        watcher.Report(new(done, _steps, [.. _order.Select(n => KeyValuePair.Create(n, _values[n].Sum / _values[n].Count))], _images / seconds, TimeSpan.FromSeconds(_secondsPerStep * (_steps - done))));
        _values.Clear();
        _order.Clear();
        (_images, _doneBefore, _reported) = (0, done, Stopwatch.GetTimestamp());
    }

    /// <summary>Whether the state is to be kept now.</summary>
    /// <param name="interval">Time between states.</param>
    public bool IsTimeToKeep(TimeSpan interval)
    {
        if (_session?.Checkpoints is null || Stopwatch.GetElapsedTime(_kept) < interval) return false;
        _kept = Stopwatch.GetTimestamp();
        return true;
    }
}
