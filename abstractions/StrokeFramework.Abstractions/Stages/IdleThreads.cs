namespace StrokeFramework;

/// <summary>
/// The threads of a run that nobody uses at the moment. A node that is alone takes them all, and gives them back when
/// another node starts: <see cref="StageContext.For"/> does so between two bodies.
/// </summary>
/// <param name="count">How many are idle at first.</param>
public sealed class IdleThreads(int count)
{
    // Below zero when more was claimed than there is: then whoever borrowed is asked to give back.
    private int _idle = count;

    /// <summary>Whether somebody who borrowed a thread should give it back.</summary>
    public bool AreWanted => Volatile.Read(ref _idle) < 0;

    /// <summary>Takes threads that a node was promised, whether or not they are idle.</summary>
    public void Claim(int threads) => Interlocked.Add(ref _idle, -threads);

    /// <summary>Gives claimed or borrowed threads back.</summary>
    public void Release(int threads) => Interlocked.Add(ref _idle, threads);

    /// <summary>Takes one thread if one is idle.</summary>
    public bool TryBorrow()
    {
        int idle = Volatile.Read(ref _idle);
        while (idle > 0)
        {
            int seen = Interlocked.CompareExchange(ref _idle, idle - 1, idle);
            if (seen == idle) return true;
            idle = seen;
        }

        return false;
    }
}
