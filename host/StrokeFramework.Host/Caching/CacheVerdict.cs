namespace StrokeFramework.Host.Caching;

/// <summary>Whether a result was made or taken from the cache, and why.</summary>
/// <param name="Node">The node.</param>
/// <param name="Of">The study, or the fold for a fitted model.</param>
/// <param name="FromCache">Whether it was taken from the cache.</param>
/// <param name="Reason">Why it was made, as a phrase; empty when it was not.</param>
public readonly record struct CacheVerdict(string Node, string Of, bool FromCache, string Reason);
