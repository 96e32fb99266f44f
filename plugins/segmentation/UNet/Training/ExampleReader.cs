namespace StrokeFramework.UNet.Training;

/// <summary>Hands out prepared examples in their order, and reads some ahead where there are threads for it.</summary>
internal sealed class ExampleReader : IDisposable
{
    private readonly Func<int, PooledStudy?> _read;
    private readonly int _ahead, _end;
    private readonly Queue<Task<PooledStudy?>> _reading = [];
    private readonly CancellationToken _cancellation;
    private int _next;

    /// <param name="read">Reads the example of a number; safe to call from several threads.</param>
    /// <param name="from">The first number.</param>
    /// <param name="to">One past the last.</param>
    /// <param name="threads">How many are read at once beside the caller's own work; 0 to read when asked.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public ExampleReader(Func<int, PooledStudy?> read, int from, int to, int threads, CancellationToken cancellation)
    {
        (_read, _next, _end, _ahead, _cancellation) = (read, from, to, threads, cancellation);
        Refill();
    }

    /// <summary>The next example; null where it holds no signal.</summary>
    public PooledStudy? Next()
    {
        if (_ahead == 0) return _read(_next++);
        Task<PooledStudy?> first = _reading.Dequeue();
        first.Wait(_cancellation);
        Refill();
        return first.Result;
    }

    /// <summary>Waits until nothing is read any more.</summary>
    public void Dispose()
    {
        foreach (Task<PooledStudy?> task in _reading) ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
    }

    private void Refill()
    {
        while (_reading.Count < _ahead && _next < _end)
        {
            int number = _next++;
            _reading.Enqueue(Task.Factory.StartNew(() => _read(number), _cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        }
    }
}
