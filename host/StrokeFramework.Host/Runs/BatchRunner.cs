using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Runs;

/// <summary>Runs a pipeline over many studies. One that fails does not stop the others.</summary>
public static class BatchRunner
{
    /// <summary>Runs a request, several studies at a time when there are threads for it.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="progress">Somebody who watches the nodes, or null.</param>
    /// <param name="finished">Told of each study as it ends, from several threads; or null.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <returns>An outcome per study, in the order of the request.</returns>
    /// <exception cref="OperationCanceledException">The user wished to stop; the studies done so far are complete.</exception>
    public static async Task<IReadOnlyList<StudyOutcome>> RunAsync(RunRequest request, IRunProgress? progress, Action<StudyOutcome>? finished, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        request = request with { Pipeline = TypeOutputs.Keep(request.Pipeline) };
        var outcomes = new StudyOutcome[request.Studies.Count];
        int atOnce = Math.Clamp(request.Studies.Count, 1, request.Execution.Threads);
        ExecutionOptions share = request.Execution with
        {
            Threads = Math.Max(1, request.Execution.Threads / atOnce),
            // The last studies take the threads of those that are done.
            IdleThreads = new(request.Execution.Threads),
            CollectDiagnostics = request.Execution.CollectDiagnostics && request.WriteReport,
        };
        var options = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, outcomes.Length, options, async (n, token) =>
        {
            outcomes[n] = await StudyRunner.RunAsync(request, request.Studies[n], share, progress, token).ConfigureAwait(false);
            finished?.Invoke(outcomes[n]);
        }).ConfigureAwait(false);
        RunTables.Write(request, outcomes);
        return outcomes;
    }
}
