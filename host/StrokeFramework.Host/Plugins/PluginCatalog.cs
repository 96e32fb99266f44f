using Semver;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Plugins;

/// <summary>
/// All plugins on the shelves, known from their manifests alone: making a catalog runs no plugin code. Of the same id
/// and version on several shelves, the later shelf wins.
/// </summary>
public sealed class PluginCatalog
{
    private readonly Dictionary<string, List<StageEntry>> _stages = new(StringComparer.Ordinal);

    private PluginCatalog(IReadOnlyList<PluginEntry> plugins, IReadOnlyList<PluginEntry> hidden, RuntimeCatalog runtimes)
    {
        (Plugins, Hidden, Runtimes, Conflicts) = (plugins, hidden, runtimes, FindConflicts(plugins));
        foreach (PluginEntry plugin in plugins)
        {
            foreach (StageManifest stage in plugin.Manifest?.Stages ?? [])
            {
                if (!_stages.TryGetValue(stage.Id, out List<StageEntry>? entries)) _stages[stage.Id] = entries = [];
                entries.Add(new(plugin, stage));
            }
        }
    }

    /// <summary>The plugins, ordered by id and then newest first.</summary>
    public IReadOnlyList<PluginEntry> Plugins { get; }

    /// <summary>Plugins that a later shelf replaces.</summary>
    public IReadOnlyList<PluginEntry> Hidden { get; }

    /// <summary>The shared runtimes.</summary>
    public RuntimeCatalog Runtimes { get; }

    /// <summary>Stage ids that more than one plugin claims, with the problem to report when a graph uses one.</summary>
    public IReadOnlyDictionary<string, PluginProblem> Conflicts { get; }

    /// <summary>The ids of all stages, of usable plugins or not, in ordinal order.</summary>
    public IEnumerable<string> StageIds => _stages.Keys.Order(StringComparer.Ordinal);

    /// <summary>Every version of a stage, newest first; empty when no plugin has it.</summary>
    public IReadOnlyList<StageEntry> FindStage(string id) => _stages.GetValueOrDefault(id) ?? (IReadOnlyList<StageEntry>)[];

    /// <summary>Looks through shelves in order; one that is absent is empty.</summary>
    public static PluginCatalog Scan(IEnumerable<ShelfFolder> shelves, RuntimeCatalog runtimes)
    {
        ArgumentNullException.ThrowIfNull(shelves);
        ArgumentNullException.ThrowIfNull(runtimes);
        var byName = new Dictionary<(string Id, string Version), PluginEntry>();
        List<PluginEntry> unreadable = [], hidden = [];
        foreach (ShelfFolder shelf in shelves)
        {
            foreach (string folder in FoldersOf(shelf.Path))
            {
                PluginEntry entry = Read(folder, shelf, runtimes);
                if (entry.Manifest is not { } manifest)
                {
                    unreadable.Add(entry);
                    continue;
                }

                if (byName.TryGetValue((manifest.Id, manifest.Version), out PluginEntry? earlier)) hidden.Add(earlier);
                byName[(manifest.Id, manifest.Version)] = entry;
            }
        }

        List<PluginEntry> plugins =
        [
            .. byName.Values.OrderBy(p => p.Manifest!.Id, StringComparer.Ordinal).ThenByDescending(p => p.Version!, SemVersion.PrecedenceComparer),
            .. unreadable,
        ];
        return new(plugins, hidden, runtimes);
    }

    private static IEnumerable<string> FoldersOf(string shelf)
    {
        if (!Directory.Exists(shelf)) return [];
        // A folder that starts with a dot is an installation under way.
        return Directory.EnumerateDirectories(shelf).Where(IsVisible).SelectMany(Directory.EnumerateDirectories).Where(IsVisible).Order(StringComparer.Ordinal);
    }

    private static bool IsVisible(string folder) => !Path.GetFileName(folder).StartsWith('.');

    private static PluginEntry Read(string folder, ShelfFolder shelf, RuntimeCatalog runtimes)
    {
        try
        {
            PluginManifest manifest = ManifestReader.ReadPlugin(folder);
            if (!SemVersion.TryParse(manifest.Version, SemVersionStyles.Strict, out SemVersion? version))
                throw new ManifestException($"'{folder}': the version '{manifest.Version}' is no semantic version such as 1.0.0. Rebuild the plugin.");
            return new(folder, shelf, manifest, version, PluginChecks.CheckManifest(manifest, folder, runtimes));
        }
        catch (ManifestException e)
        {
            return new(folder, shelf, null, null, [new("SF2010", e.Message, "")]);
        }
    }

    // Two versions of one plugin may share a stage id; two different plugins may not, since a graph could mean either.
    private static Dictionary<string, PluginProblem> FindConflicts(IEnumerable<PluginEntry> plugins) =>
        plugins.Where(p => p.Manifest is not null)
            .SelectMany(p => p.Manifest!.Stages.Select(s => (Stage: s.Id, Plugin: p.Manifest.Id)))
            .Distinct().GroupBy(o => o.Stage, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .ToDictionary(
                g => g.Key,
                g => new PluginProblem(
                    "SF2011",
                    $"The stage id '{g.Key}' is claimed by different plugins: {string.Join(" and ", g.Select(o => o.Plugin).Order(StringComparer.Ordinal))}.",
                    "Remove one of them, or rename its stage."),
                StringComparer.Ordinal);
}
