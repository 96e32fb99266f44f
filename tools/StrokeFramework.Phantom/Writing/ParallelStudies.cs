using System.Runtime.ExceptionServices;

namespace StrokeFramework.Phantom;

/// <summary>Makes studies in parallel; the first that fails stops the rest and its exception comes out as it is.</summary>
internal static class ParallelStudies
{
    /// <summary>Calls an action for every index from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of studies is below 1, or that of threads below 0.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void For(int cases, Action<int> make, int threads, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cases, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, cases, options, make);
        }
        catch (AggregateException e) when (e.InnerExceptions.Count > 0)
        {
            // One study's failure is the data set's: the caller wants its sentence, not the loop's.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
