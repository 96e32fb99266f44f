using System.Runtime.ExceptionServices;

namespace StrokeFramework;

/// <summary>
/// A loop whose bodies run on the caller's thread, on as many more as it was promised, and on those that are idle at the
/// moment. Each thread takes the next number when it is done with one, so what runs where is left to chance.
/// </summary>
internal sealed class SharedLoop(int from, int count, Action<int> body, StageContext context)
{
    private readonly object _gate = new();
    private long _next;
    private int _done;
    private int _helpers;
    private bool _isOver;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Runs the loop to its end.</summary>
    public void Run()
    {
        for (int n = 1; n < Math.Min(context.MaxDegreeOfParallelism, count); n++) Start(borrowed: false);
        Work(borrowed: false);
        lock (_gate)
        {
            _isOver = true;
            while (_helpers > 0) Monitor.Wait(_gate);
        }

        _failure?.Throw();
        context.CancellationToken.ThrowIfCancellationRequested();
    }

    private void Start(bool borrowed) => ThreadPool.UnsafeQueueUserWorkItem(_ => Help(borrowed), null);

    private void Help(bool borrowed)
    {
        // Nobody waits for a helper that comes when all is done: a busy pool may start it late.
        bool isNeeded;
        lock (_gate)
        {
            isNeeded = !_isOver;
            if (isNeeded) _helpers++;
        }

        if (isNeeded) Work(borrowed);
        if (borrowed) context.IdleThreads!.Release(1);
        if (!isNeeded) return;
        lock (_gate)
        {
            _helpers--;
            Monitor.PulseAll(_gate);
        }
    }

    private void Work(bool borrowed)
    {
        while (Volatile.Read(ref _failure) is null && !context.CancellationToken.IsCancellationRequested)
        {
            if (borrowed && context.IdleThreads!.AreWanted) return;
            long n = Interlocked.Increment(ref _next) - 1;
            if (n >= count) return;
            if (n + 1 < count && context.IdleThreads?.TryBorrow() == true) Start(borrowed: true);
            try
            {
                body(from + (int)n);
                Report();
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
            }
        }
    }

    private void Report()
    {
        if (context.Progress is not { } progress) return;
        // One at a time, so that what is reported never falls.
        lock (_gate) progress.Report((double)++_done / count);
    }
}
