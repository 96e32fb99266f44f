using System.Runtime.InteropServices;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Plugins;

/// <summary>The shared runtimes found in <c>&lt;root&gt;/&lt;id&gt;/&lt;version&gt;/</c>. Finding them loads nothing.</summary>
public sealed class RuntimeCatalog
{
    private readonly Dictionary<string, RuntimeEntry> _byId;

    private RuntimeCatalog(Dictionary<string, RuntimeEntry> byId, IReadOnlyList<string> problems) => (_byId, Problems) = (byId, problems);

    /// <summary>The runtimes, newest version of each.</summary>
    public IReadOnlyCollection<RuntimeEntry> Runtimes => _byId.Values;

    /// <summary>Runtimes that cannot be used, as sentences.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Looks through a folder; a folder that is absent holds no runtime.</summary>
    public static RuntimeCatalog Scan(string root)
    {
        var byId = new Dictionary<string, RuntimeEntry>(StringComparer.Ordinal);
        List<string> problems = [];
        if (!Directory.Exists(root)) return new(byId, problems);
        foreach (string folder in PluginCatalog.FoldersOf(root))
        {
            if (!File.Exists(Path.Combine(folder, RuntimeManifest.FileName))) continue;
            try
            {
                RuntimeManifest manifest = ManifestReader.ReadRuntime(folder);
                if (manifest.RuntimeIdentifier != RuntimeInformation.RuntimeIdentifier)
                {
                    problems.Add($"The runtime {manifest.Id} {manifest.Version} is for {manifest.RuntimeIdentifier}, and this is {RuntimeInformation.RuntimeIdentifier}.");
                    continue;
                }

                bool newer = !byId.TryGetValue(manifest.Id, out RuntimeEntry? known) || VersionOf(manifest.Version) > VersionOf(known.Manifest.Version);
                if (newer) byId[manifest.Id] = new(folder, manifest);
            }
            catch (ManifestException e)
            {
                problems.Add(e.Message);
            }
        }

        return new(byId, problems);
    }

    /// <summary>The runtime with an id, or null.</summary>
    public RuntimeEntry? Find(string id) => _byId.GetValueOrDefault(id);

    internal static Version VersionOf(string text) => System.Version.TryParse(text, out Version? version) ? version : new Version(0, 0);
}
