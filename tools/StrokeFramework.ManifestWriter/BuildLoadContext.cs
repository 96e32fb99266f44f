using System.Reflection;
using System.Runtime.Loader;

namespace StrokeFramework.ManifestWriter;

/// <summary>Loads a plugin with exactly the assemblies it was compiled against; the contracts come from this program.</summary>
internal sealed class BuildLoadContext(IEnumerable<string> references) : AssemblyLoadContext("build")
{
    private readonly Dictionary<string, string> _paths = references
        .GroupBy(r => Path.GetFileNameWithoutExtension(r), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is { } name && name != typeof(IStage).Assembly.GetName().Name && _paths.TryGetValue(name, out string? path)
            ? LoadFromAssemblyPath(path)
            : null;
}
