namespace StrokeFramework.Host.Plugins;

/// <summary>A folder of plugins, laid out as <c>&lt;id&gt;/&lt;version&gt;/plugin.json</c>.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">What <c>stroke plugins list</c> calls it: <c>bundled</c>, <c>user</c> or the path given.</param>
/// <param name="ComesFirst">Whether its plugins are taken where another shelf has newer versions of them that fit as well.</param>
public sealed record ShelfFolder(string Path, string Name, bool ComesFirst = false);
