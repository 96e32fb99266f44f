namespace StrokeFramework.UNet.Tests;

/// <summary>Does something when progress was reported so often.</summary>
internal sealed class CountingProgress(int times, Action then) : IProgress<double>
{
    private int _count;

    public void Report(double value)
    {
        if (++_count == times) then();
    }
}
