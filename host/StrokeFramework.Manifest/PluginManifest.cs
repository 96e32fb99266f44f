namespace StrokeFramework.Manifest;

/// <summary>The content of <c>plugin.json</c>: all that can be known of a plugin without running it.</summary>
public sealed record PluginManifest
{
    /// <summary>The file's name inside a plugin folder.</summary>
    public const string FileName = "plugin.json";

    /// <summary>Version of the manifest's own format.</summary>
    public const int Format = 1;

    /// <summary>The plugin's id: its package and assembly name.</summary>
    public required string Id { get; init; }

    /// <summary>The plugin's package version, as semantic versioning has it.</summary>
    public required string Version { get; init; }

    /// <summary>What the plugin is, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>Major and minor version of the contracts it was compiled against.</summary>
    public required Version Contract { get; init; }

    /// <summary>The target framework, such as <c>net10.0</c>.</summary>
    public required string TargetFramework { get; init; }

    /// <summary><c>any</c>, or the one platform it runs on.</summary>
    public string RuntimeIdentifier { get; init; } = "any";

    /// <summary>The assembly with the stages.</summary>
    public required string EntryAssembly { get; init; }

    /// <summary>Shared runtimes it needs, by id, with the version it was compiled against.</summary>
    public IReadOnlyDictionary<string, string> Runtimes { get; init; } = new Dictionary<string, string>();

    /// <summary>The stages.</summary>
    public required IReadOnlyList<StageManifest> Stages { get; init; }

    /// <summary>SHA-256 of every other file of the plugin, by path relative to its folder.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}
