using System.Diagnostics;
using System.Globalization;

namespace StrokeFramework.DetectorBenchmark;

/// <summary>Measures calls.</summary>
internal static class Stopclock
{
    private const int WarmUps = 3;

    /// <summary>Calls, and prints wall time and CPU time of all threads, the best and the median of each.</summary>
    /// <param name="title">The first cells of the row.</param>
    /// <param name="repeats">How many calls.</param>
    /// <param name="call">What is called; tensors that it makes are freed after each call.</param>
    public static void Print(string title, int repeats, Action call)
    {
        double[] wall = new double[repeats], cpu = new double[repeats];
        for (int n = -WarmUps; n < repeats; n++)
        {
            using DisposeScope scope = NewDisposeScope();
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            call();
            if (n < 0) continue;
            wall[n] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            cpu[n] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        }

        Array.Sort(wall);
        Array.Sort(cpu);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title} | {wall[0]:0.0} | {wall[repeats / 2]:0.0} | {cpu[0]:0.0} | {cpu[repeats / 2]:0.0}"));
    }
}
