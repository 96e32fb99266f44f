using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Runs;

/// <summary>Runs a pipeline over many studies. One that fails does not stop the others.</summary>
public static class BatchRunner
{
    /// <summary>Begins to read a study in the background, for as long as plugins are loaded there is a processor to spare.</summary>
    /// <param name="study">The study.</param>
    /// <param name="execution">Threads and cache; with one thread nothing is read ahead.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <returns>The study, or what is wrong with it; null when it is not read ahead.</returns>
    public static Task<LoadedStudy>? ReadAhead(StudySource study, ExecutionOptions execution, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(execution);
        return execution.Threads == 1 ? null : Task.Run(() => CachedStudyLoader.Load(study, execution.Cache, cancellation), cancellation);
    }

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
