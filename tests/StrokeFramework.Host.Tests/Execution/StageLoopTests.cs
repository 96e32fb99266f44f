namespace StrokeFramework.Host.Tests.Execution;

public sealed class StageLoopTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    public void For_AnyThreads_RunsEachNumberOnceAndReportsRisingProgress(int threads, int idle)
    {
        var progress = new Fractions();
        var context = new StageContext { MaxDegreeOfParallelism = threads, IdleThreads = new(idle), Progress = progress };
        int[] runs = new int[500];
        context.For(0, runs.Length, n => Interlocked.Increment(ref runs[n]));
        Assert.All(runs, r => Assert.Equal(1, r));
        Assert.Equal(Enumerable.Range(1, 500).Select(n => n / 500.0), progress.Seen);
    }

    [Fact]
    public void For_NoNumbers_RunsNothing()
    {
        new StageContext().For(3, 3, _ => Assert.Fail("There is nothing to run."));
        new StageContext().For(3, 1, _ => Assert.Fail("There is nothing to run."));
        int[] runs = new int[2];
        new StageContext { MaxDegreeOfParallelism = 4 }.For(int.MaxValue - 2, int.MaxValue, n => runs[n - (int.MaxValue - 2)]++);
        Assert.Equal([1, 1], runs);
    }

    [Fact]
    public void For_NeverMoreThreadsThanPromisedAndIdle()
    {
        int inside = 0, most = 0;
        new StageContext { MaxDegreeOfParallelism = 2, IdleThreads = new(1) }.For(0, 60, _ =>
        {
            int now = Interlocked.Increment(ref inside);
            for (int seen = most; now > seen; seen = most) Interlocked.CompareExchange(ref most, now, seen);
            Thread.Sleep(2);
            Interlocked.Decrement(ref inside);
        });
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public void For_ThreadsFallIdleOnTheWay_TakesThem()
    {
        var idle = new IdleThreads(0);
        using var both = new Barrier(2);
        // The second and the third number meet only if another thread came.
        new StageContext { IdleThreads = idle }.For(0, 3, n =>
        {
            if (n == 0) idle.Release(1);
            else Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)));
        });
        Assert.True(idle.TryBorrow());
        Assert.False(idle.TryBorrow());
    }

    [Fact]
    public void For_ThreadsAreClaimedByAnother_GivesThemBackBeforeTheEnd()
    {
        var idle = new IdleThreads(1);
        var where = new HashSet<int>();
        bool gaveBack = false;
        new StageContext { IdleThreads = idle }.For(0, 200, n =>
        {
            Thread.Sleep(1);
            if (n == 50) idle.Claim(1);
            if (n > 150) gaveBack |= !idle.AreWanted;
            lock (where) where.Add(Environment.CurrentManagedThreadId);
        });
        Assert.True(gaveBack);
        Assert.False(idle.TryBorrow());
        idle.Release(1);
        Assert.True(idle.TryBorrow());
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void For_BodyFails_ThrowsItAsItIsAndStops(int threads, int idle)
    {
        int ran = 0;
        var context = new StageContext { MaxDegreeOfParallelism = threads, IdleThreads = new(idle) };
        StageException thrown = Assert.Throws<StageException>(() => context.For(0, 100_000, n =>
        {
            Interlocked.Increment(ref ran);
            if (n == 10) throw new StageException("The tenth is bad.");
        }));
        Assert.Equal("The tenth is bad.", thrown.Message);
        Assert.InRange(ran, 11, 99_999);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void For_Cancelled_ThrowsAndStops(int threads)
    {
        using var source = new CancellationTokenSource();
        int ran = 0;
        var context = new StageContext { MaxDegreeOfParallelism = threads, CancellationToken = source.Token };
        Assert.Throws<OperationCanceledException>(() => context.For(0, 100_000, n =>
        {
            if (Interlocked.Increment(ref ran) == 10) source.Cancel();
        }));
        Assert.InRange(ran, 10, 99_999);
    }

    [Fact]
    public void For_WithinFor_Ends()
    {
        var context = new StageContext { MaxDegreeOfParallelism = 4, IdleThreads = new(2) };
        int[] runs = new int[40 * 40];
        context.For(0, 40, n => context.For(0, 40, m => Interlocked.Increment(ref runs[(40 * n) + m])));
        Assert.All(runs, r => Assert.Equal(1, r));
    }

    private sealed class Fractions : IProgress<double>
    {
        public List<double> Seen { get; } = [];

        public void Report(double value) => Seen.Add(value);
    }
}
