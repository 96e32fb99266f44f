using System.Diagnostics;

namespace StrokeFramework.Conformance.Runs;

/// <summary>One call of a stage, and how it ended.</summary>
/// <param name="Output">What it gave; null when it gave nothing.</param>
/// <param name="Error">What it threw, or null.</param>
/// <param name="Ended">Whether it ended at all; if not, its thread was left behind.</param>
/// <param name="Stopped">Whether it was told to stop.</param>
/// <param name="Elapsed">From the start to the end.</param>
/// <param name="Latency">From the wish to stop to the end; zero when it ended before.</param>
internal sealed record StageCall(object? Output, Exception? Error, bool Ended, bool Stopped, TimeSpan Elapsed, TimeSpan Latency)
{
    private const int StackSize = 16 * 1024 * 1024;

    /// <summary>Whether it ended because it was told to.</summary>
    public bool Cancelled => Stopped && Error is OperationCanceledException;

    /// <summary>Runs work on a thread of its own, as the host does, and tells it to stop after a while.</summary>
    /// <param name="work">The work.</param>
    /// <param name="stopAfter">When it is told to stop.</param>
    /// <param name="grace">How long it may then go on before its thread is left behind.</param>
    public static StageCall Make(Func<CancellationToken, object?> work, TimeSpan stopAfter, TimeSpan grace)
    {
        // Not disposed when the thread is left behind: it may still look at the token.
        var stop = new CancellationTokenSource();
        var done = new ManualResetEventSlim();
        object? output = null;
        Exception? error = null;
        long started = 0, ended = 0;
        var thread = new Thread(
            () =>
            {
                started = Stopwatch.GetTimestamp();
                try
                {
                    output = work(stop.Token);
                }
#pragma warning disable CA1031 // what a stage throws is what is looked at
                catch (Exception e)
#pragma warning restore CA1031
                {
                    error = e;
                }

                ended = Stopwatch.GetTimestamp();
                done.Set();
            },
            StackSize)
        { IsBackground = true, Name = "conformance" };
        thread.Start();

        // The wish comes from this thread rather than from a timer, which a busy thread pool would delay.
        if (done.Wait(stopAfter)) return new(output, error, true, false, Stopwatch.GetElapsedTime(started, ended), TimeSpan.Zero);
        long stopped = Stopwatch.GetTimestamp();
        stop.Cancel();
        if (!done.Wait(grace)) return new(null, null, false, true, Stopwatch.GetElapsedTime(started), Stopwatch.GetElapsedTime(stopped));
        return new(output, error, true, true, Stopwatch.GetElapsedTime(started, ended), ended > stopped ? Stopwatch.GetElapsedTime(stopped, ended) : TimeSpan.Zero);
    }
}
