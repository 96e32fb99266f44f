using StrokeFramework.Host.Caching;

namespace StrokeFramework.Host.Execution;

/// <summary>How to run a pipeline over a study. None of it changes the result.</summary>
public sealed record ExecutionOptions
{
    /// <summary>Threads to use, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Threads that several executions share when they do not need all of theirs; null for an execution that is alone.</summary>
    public IdleThreads? IdleThreads { get; init; }

    /// <summary>Longest time for one node; null for no limit.</summary>
    public TimeSpan? NodeTimeout { get; init; }

    /// <summary>How long a node may go on after it was told to stop, before its thread is left behind.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether stages are asked for diagnostics.</summary>
    public bool CollectDiagnostics { get; init; } = true;

    /// <summary>Keeps results between runs; null to make everything anew.</summary>
    public ResultCache? Cache { get; init; }
}
