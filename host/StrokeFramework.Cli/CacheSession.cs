using StrokeFramework.Host.Caching;

namespace StrokeFramework.Cli;

/// <summary>The cache for the time of one command; at its end it says what came from where, if that was asked.</summary>
internal sealed class CacheSession(ResultCache? cache, bool explain) : IDisposable
{
    /// <summary>The cache; null when there is none.</summary>
    public ResultCache? Cache { get; } = cache;

    public void Dispose()
    {
        Cache?.Dispose();
        if (!explain) return;
        if (Cache is null) Console.Out.WriteLine("There is no cache, so everything ran.");
        foreach (string line in Cache?.Journal.Describe() ?? []) Console.Out.WriteLine(line);
    }
}
