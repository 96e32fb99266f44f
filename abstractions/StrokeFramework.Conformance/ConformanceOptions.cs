namespace StrokeFramework.Conformance;

/// <summary>How strictly and how patiently stages are checked.</summary>
public sealed record ConformanceOptions
{
    /// <summary>The threads of the runs that are compared with a run on one thread.</summary>
    /// <value>The default is the number of processors, at least 2 and at most 8.</value>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 2, 8);

    /// <summary>Longest time for one call of a stage on a small input.</summary>
    /// <value>The default is 60 seconds.</value>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a call that is told to stop may go on before it is left behind.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time from the wish to stop to the end of a call, as the median of five.</summary>
    /// <value>The default is 250 ms.</value>
    public TimeSpan CancellationLimit { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The grid on which cancellation is timed.</summary>
    /// <value>The default is 256x256x24, a usual diffusion scan.</value>
    public GridSize LargeGrid { get; init; } = new(256, 256, 24);
}
