namespace StrokeFramework.Conformance.Runs;

/// <summary>Measures how much managed memory work holds at once. Counts the whole process, so nothing else should run.</summary>
internal static class MemoryMeter
{
    /// <summary>Most bytes held at once beyond those before the work; garbage is not counted.</summary>
    /// <param name="work">The work.</param>
    /// <param name="enough">When all that is allocated is no more than this, nobody need look closer.</param>
    public static long PeakOf(Action work, long enough)
    {
        // What earlier work left to be finalized would go during this one, and make it seem to hold less.
        Live();
        GC.WaitForPendingFinalizers();
        long before = Live();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        work();
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return allocated <= enough ? allocated : Math.Min(allocated, Watch(work, before));
    }

    private static long Watch(Action work, long before)
    {
        long peak = 0;
        using var done = new ManualResetEventSlim();
        var watcher = new Thread(() =>
        {
            // A pause as long as a collection takes, so that the work gets on.
            while (!done.Wait(TimeSpan.FromMilliseconds(3))) peak = Math.Max(peak, Live() - before);
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
