namespace StrokeFramework.Host.Caching;

/// <summary>Where results are kept and how much of them.</summary>
public sealed record CacheSettings
{
    /// <summary>Ten gibibytes.</summary>
    public const long DefaultLimit = 10L << 30;

    /// <summary>The folder.</summary>
    public required string Folder { get; init; }

    /// <summary>How many bytes it may hold; what was used least recently goes first.</summary>
    /// <value>The default is <see cref="DefaultLimit"/>.</value>
    public long Limit { get; init; } = DefaultLimit;

    /// <summary>Told once, in a sentence, when the cache cannot be used any more; the run goes on without it.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>Told of what is worth knowing only to somebody who looks closely, such as a damaged entry.</summary>
    public Action<string>? Remark { get; init; }
}
