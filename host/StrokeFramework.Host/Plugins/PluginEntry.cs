using Semver;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Plugins;

/// <summary>A plugin found on a shelf: its manifest, or the reason why it has no readable one.</summary>
public sealed class PluginEntry
{
    internal PluginEntry(string folder, ShelfFolder shelf, PluginManifest? manifest, IReadOnlyList<PluginProblem> problems) =>
        (Folder, Shelf, Manifest, Problems) = (folder, shelf, manifest, problems);

    /// <summary>The plugin's folder.</summary>
    public string Folder { get; }

    /// <summary>The shelf it stands on.</summary>
    public ShelfFolder Shelf { get; }

    /// <summary>Its manifest; null when that cannot be read.</summary>
    public PluginManifest? Manifest { get; }

    /// <summary>Its package version; null when the manifest cannot be read.</summary>
    /// <remarks>Parsed when asked for: a list of plugins does without.</remarks>
    public SemVersion? Version => Manifest is null ? null : field ??= SemVersion.Parse(Manifest.Version, SemVersionStyles.Strict);

    /// <summary>Why it cannot be used, from the manifest alone; empty when it can.</summary>
    public IReadOnlyList<PluginProblem> Problems { get; }

    /// <summary>Whether it can be used.</summary>
    public bool IsUsable => Problems.Count == 0;

    /// <summary>Id and version, or the folder when there is no manifest.</summary>
    public string Name => Manifest is null ? $"'{Folder}'" : $"{Manifest.Id} {Manifest.Version}";
}
