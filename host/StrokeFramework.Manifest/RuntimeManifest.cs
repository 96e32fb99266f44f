namespace StrokeFramework.Manifest;

/// <summary>The content of <c>runtime.json</c>: a native library with its managed binding, shared by all plugins.</summary>
public sealed record RuntimeManifest
{
    /// <summary>The file's name inside a runtime folder.</summary>
    public const string FileName = "runtime.json";

    /// <summary>The runtime's id, such as <c>opencv</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the native library.</summary>
    public required string Version { get; init; }

    /// <summary>The platform its native files are for.</summary>
    public required string RuntimeIdentifier { get; init; }

    /// <summary>The assembly beside whose <c>deps.json</c> everything is found.</summary>
    public required string EntryAssembly { get; init; }

    /// <summary>Simple names of the managed assemblies that plugins share through it.</summary>
    public required IReadOnlyList<string> Assemblies { get; init; }

    /// <summary>SHA-256 of every other file, by path relative to its folder.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}
