using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Plugins;

/// <summary>A shared runtime on disk.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Manifest">What it is.</param>
public sealed record RuntimeEntry(string Folder, RuntimeManifest Manifest);
