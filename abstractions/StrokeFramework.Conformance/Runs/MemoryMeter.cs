namespace StrokeFramework.Conformance.Runs;

/// <summary>Measures how much managed memory work holds at once. Counts the whole process, so nothing else should run.</summary>
internal static class MemoryMeter
{
    /// <summary>Most bytes held at once beyond those before the work; garbage is not counted.</summary>
    /// <param name="work">The work.</param>
    /// <param name="enough">When all that is allocated is no more than this, nobody need look closer.</param>
    public static long PeakOf(Action work, long enough)
    {
        long before = Live();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        work();
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        if (allocated <= enough) return allocated;
        long peak = Watch(work);
        // What others let go meanwhile, as the pools of the runtime do, is none of the work's.
        return Math.Clamp(peak - Math.Min(before, Live()), 0, allocated);
    }

    private static long Watch(Action work)
    {
        long peak = 0;
        using var done = new ManualResetEventSlim();
        var watcher = new Thread(() =>
        {
            // A pause as long as a collection takes, so that the work gets on.
            while (!done.Wait(TimeSpan.FromMilliseconds(3))) peak = Math.Max(peak, Live());
        })
        { IsBackground = true, Name = "memory" };
        watcher.Start();
        try
        {
            work();
        }
        finally
        {
            done.Set();
            watcher.Join();
        }

        return peak;
    }

    private static long Live()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
