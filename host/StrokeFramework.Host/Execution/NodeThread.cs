namespace StrokeFramework.Host.Execution;

/// <summary>
/// Runs a node's work on a background thread of its own, so that a stage which hangs can be left behind without
/// holding up the other studies or the end of the program.
/// </summary>
internal static class NodeThread
{
    private const int StackSize = 16 * 1024 * 1024;

    /// <summary>Runs work with a time limit.</summary>
    /// <param name="name">The thread's name.</param>
    /// <param name="work">The work; it gets a token that is signalled on cancellation and when its time is up.</param>
    /// <param name="timeout">The limit, or null.</param>
    /// <param name="grace">How long to wait for the work to end once it was told to.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <exception cref="TimeoutException">The time is up.</exception>
    /// <exception cref="OperationCanceledException">The user wishes to stop.</exception>
    public static async Task<T> RunAsync<T>(string name, Func<CancellationToken, T> work, TimeSpan? timeout, TimeSpan grace, CancellationToken cancellation)
    {
        // Not disposed when the thread is left behind: it may still look at the token.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
            () =>
            {
                try
                {
                    done.SetResult(work(stop.Token));
                }
#pragma warning disable CA1031 // the exception travels on through the task
                catch (Exception e)
#pragma warning restore CA1031
                {
                    done.SetException(e);
                }
            },
            StackSize)
        { IsBackground = true, Name = name };
        thread.Start();

        Task expired = Task.Delay(timeout ?? Timeout.InfiniteTimeSpan, stop.Token);
        if (await Task.WhenAny(done.Task, expired).ConfigureAwait(false) == done.Task)
        {
            await stop.CancelAsync().ConfigureAwait(false); // ends the delay
            stop.Dispose();
            return await done.Task.ConfigureAwait(false);
        }

        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(done.Task, Task.Delay(grace, CancellationToken.None)).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        throw new TimeoutException();
    }
}
