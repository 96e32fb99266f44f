using StrokeFramework.Manifest;

namespace StrokeFramework.ManifestWriter;

/// <summary>Describes a shared runtime.</summary>
internal static class RuntimeDescriber
{
    public static byte[] Describe(BuildRequest request) => Manifest.ManifestWriter.ToJson(new RuntimeManifest
    {
        Id = request.Required("id"),
        Version = request.Required("version"),
        RuntimeIdentifier = request.Required("runtimeIdentifier"),
        EntryAssembly = request.Required("entryAssembly"),
        Assemblies = [.. request.All("shares")],
        Files = FileHashes.OfFolder(request.Folder),
    });
}
