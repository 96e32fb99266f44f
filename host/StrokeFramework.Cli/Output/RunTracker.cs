using System.Diagnostics;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Cli.Output;

/// <summary>Adds up how far a run is and how long the rest will take.</summary>
internal sealed class RunTracker(int studies, int nodes) : IRunProgress
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Study, string Node), double> _running = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _nodesDone;
    private int _studiesDone;
    private string _last = "";

    /// <summary>Raised after each step, from any thread.</summary>
    public event Action? Changed;

    /// <summary>The part that is done, in [0, 1].</summary>
    public double Fraction
    {
        get
        {
            lock (_gate) return Math.Min(1, (_nodesDone + _running.Values.Sum()) / Math.Max(1.0, (double)studies * nodes));
        }
    }

    public void NodeStarted(string study, string node)
    {
        lock (_gate)
        {
            _running[(study, node)] = 0;
            _last = $"{study}: {node}";
        }

        Changed?.Invoke();
    }

    public void NodeProgressed(string study, string node, double fraction)
    {
        lock (_gate) _running[(study, node)] = fraction;
        Changed?.Invoke();
    }

    public void NodeFinished(string study, string node, TimeSpan time)
    {
        lock (_gate)
        {
            _running.Remove((study, node));
            _nodesDone++;
        }

        Changed?.Invoke();
    }

    public void StudyFinished(string study)
    {
        lock (_gate)
        {
            // A study that failed leaves nodes undone; they count as done, or the rest would look too long.
            _studiesDone++;
            foreach ((string Study, string Node) key in _running.Keys.Where(k => k.Study == study).ToArray()) _running.Remove(key);
            _nodesDone = Math.Max(_nodesDone, _studiesDone * nodes);
        }

        Changed?.Invoke();
    }

    /// <summary>What is going on, in a line: studies done, the newest node, time left.</summary>
    public string Describe()
    {
        double fraction = Fraction;
        string left = "";
        if (fraction is > 0.02 and < 1)
        {
            double seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds * (1 - fraction) / fraction;
            left = seconds < 90 ? $", about {Math.Ceiling(seconds):0} s left" : $", about {Math.Ceiling(seconds / 60):0} min left";
        }

        lock (_gate) return $"{_studiesDone} of {studies} studies{(_last.Length > 0 && _studiesDone < studies ? ", " + _last : "")}{left}";
    }
}
