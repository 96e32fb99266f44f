namespace StrokeFramework;

/// <summary>
/// What the host gives a stage along with its input. Every member has a usable default, so a test can pass
/// <c>new StageContext()</c>.
/// </summary>
public sealed class StageContext
{
    /// <summary>Signalled on Ctrl-C and when the node's time is up; look at it at least every 100 ms.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Takes the fraction done, in [0, 1], never falling. Null when nobody watches.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Takes remarks for the user. Null when nobody listens.</summary>
    public IStageLog? Log { get; init; }

    /// <summary>Takes what the method wants shown in the report. Null when nobody looks, so that nothing is computed for it.</summary>
    public IDiagnosticSink? Diagnostics { get; init; }

    /// <summary>What a long training needs; null outside of training, and where nobody asks for it.</summary>
    public TrainingSession? Training { get; init; }

    /// <summary>How many threads the stage may use, at least 1. The result must not depend on it.</summary>
    public int MaxDegreeOfParallelism { get; init; } = 1;

    /// <summary>Threads of the run that are idle, which <see cref="For"/> uses beside those above; null where there are none to share.</summary>
    public IdleThreads? IdleThreads { get; init; }

    /// <summary>Derived from the run's seed, the stage's id and the content of its inputs, and from nothing else.</summary>
    public ulong Seed { get; init; }

    /// <summary>A random generator for this call. Streams with different numbers are independent.</summary>
    /// <param name="stream">Number of the stream, for example a slice index.</param>
    public Random CreateRandom(int stream = 0)
    {
        // SplitMix64 finaliser: neighbouring seeds and streams give unrelated generators.
        ulong z = Seed + (0x9E3779B97F4A7C15UL * ((ulong)(uint)stream + 1));
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        z ^= z >> 31;
        return new Random((int)(z & 0x7FFFFFFF));
    }

    /// <summary>
    /// Runs a body for each number in [from, to) on as many threads as allowed, stopping soon after cancellation.
    /// Reports progress as bodies finish.
    /// </summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void For(int from, int to, Action<int> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        CancellationToken.ThrowIfCancellationRequested();
        if (from < to) new SharedLoop(from, to - from, body, this).Run();
    }
}
