using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Plugins;

/// <summary>One stage of one plugin version.</summary>
/// <param name="Plugin">The plugin.</param>
/// <param name="Stage">The stage.</param>
public sealed record StageEntry(PluginEntry Plugin, StageManifest Stage);
