namespace StrokeFramework.Host.Caching;

/// <summary>One thing that a result depends on.</summary>
/// <param name="Name">What it is, in words that can be shown: <c>parameter gamma</c>.</param>
/// <param name="Value">Its value or a hash of it.</param>
public readonly record struct CachePart(string Name, string Value);
