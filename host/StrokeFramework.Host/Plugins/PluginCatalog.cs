using System.Runtime.CompilerServices;
using Semver;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Plugins;

/// <summary>
/// All plugins on the shelves, known from their manifests alone: making a catalog runs no plugin code. Of the same id
/// and version on several shelves, the later shelf wins. A shelf that comes first has its plugins before newer ones.
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

    /// <summary>Every version of the stage that had an id in earlier versions, newest first; empty when no stage or more than one had it.</summary>
    public IReadOnlyList<StageEntry> FindFormerStage(string id)
    {
        List<List<StageEntry>> found = [.. _stages.Values.Select(s => s.FindAll(e => e.Stage.FormerIds.Contains(id))).Where(s => s.Count > 0)];
        return found.Count == 1 ? found[0] : [];
    }

    /// <summary>Looks through shelves in order; one that is absent is empty.</summary>
    public static PluginCatalog Scan(IEnumerable<ShelfFolder> shelves, RuntimeCatalog runtimes)
    {
        ArgumentNullException.ThrowIfNull(shelves);
        ArgumentNullException.ThrowIfNull(runtimes);
        var byName = new Dictionary<string, PluginEntry>(StringComparer.Ordinal);
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

                string name = $"{manifest.Id}@{manifest.Version}";
                if (byName.TryGetValue(name, out PluginEntry? earlier)) hidden.Add(earlier);
                byName[name] = entry;
            }
        }

        List<PluginEntry> plugins = [.. byName.Values];
        plugins.Sort(ByIdThenNewest);
        plugins.AddRange(unreadable);
        return new(plugins, hidden, runtimes);
    }

    private static int ByIdThenNewest(PluginEntry a, PluginEntry b)
    {
        int id = string.CompareOrdinal(a.Manifest!.Id, b.Manifest!.Id);
        return id != 0 ? id : ByNewest(a, b);
    }

    // Methods of their own, so that the library of versions is loaded by those shelves alone that need it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ByNewest(PluginEntry a, PluginEntry b) =>
        a.Shelf.ComesFirst != b.Shelf.ComesFirst ? b.Shelf.ComesFirst.CompareTo(a.Shelf.ComesFirst) : SemVersion.ComparePrecedence(b.Version, a.Version);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsSemanticVersion(string text) => SemVersion.TryParse(text, SemVersionStyles.Strict, out _);

    /// <summary>The folders two levels below a shelf, in ordinal order.</summary>
    internal static List<string> FoldersOf(string shelf)
    {
        List<string> folders = [];
        foreach (string plugin in VisibleFolders(shelf)) folders.AddRange(VisibleFolders(plugin));
        return folders;
    }

    // A folder that starts with a dot is an installation under way.
    private static List<string> VisibleFolders(string parent)
    {
        List<string> folders = [];
        if (!Directory.Exists(parent)) return folders;
        foreach (string folder in Directory.GetDirectories(parent))
        {
            if (IsVisible(folder)) folders.Add(folder);
        }

        folders.Sort(string.CompareOrdinal);
        return folders;
    }

    private static bool IsVisible(string folder) => !Path.GetFileName(folder).StartsWith('.');

    private static PluginEntry Read(string folder, ShelfFolder shelf, RuntimeCatalog runtimes)
    {
        try
        {
            PluginManifest manifest = ManifestReader.ReadPlugin(folder);
            if (!IsPlainVersion(manifest.Version) && !IsSemanticVersion(manifest.Version))
                throw new ManifestException($"'{folder}': the version '{manifest.Version}' is no semantic version such as 1.0.0. Rebuild the plugin.");
            return new(folder, shelf, manifest, PluginChecks.CheckManifest(manifest, folder, runtimes));
        }
        catch (ManifestException e)
        {
            return new(folder, shelf, null, [new("SF2010", e.Message, "")]);
        }
    }

    // Three plain numbers need no library to be known as a version, and hardly a plugin has anything else.
    private static bool IsPlainVersion(string text)
    {
        string[] parts = text.Split('.');
        if (parts.Length != 3) return false;
        foreach (string part in parts)
        {
            if (part.Length is 0 or > 9 || (part.Length > 1 && part[0] == '0')) return false;
            foreach (char c in part)
            {
                if (!char.IsAsciiDigit(c)) return false;
            }
        }

        return true;
    }

    // Two versions of one plugin may share a stage id; two different plugins may not, since a graph could mean either.
    // Plain loops here and above: this runs at every start, and each generic of value tuples would be compiled then.
    private static Dictionary<string, PluginProblem> FindConflicts(IEnumerable<PluginEntry> plugins)
    {
        var owners = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (PluginEntry plugin in plugins)
        {
            foreach (StageManifest stage in plugin.Manifest?.Stages ?? [])
            {
                if (!owners.TryGetValue(stage.Id, out SortedSet<string>? names)) owners[stage.Id] = names = new(StringComparer.Ordinal);
                names.Add(plugin.Manifest!.Id);
            }
        }

        var conflicts = new Dictionary<string, PluginProblem>(StringComparer.Ordinal);
        foreach ((string stage, SortedSet<string> names) in owners)
        {
            if (names.Count < 2) continue;
            conflicts[stage] = new("SF2011", $"The stage id '{stage}' is claimed by different plugins: {string.Join(" and ", names)}.", "Remove one of them, or rename its stage.");
        }

        return conflicts;
    }
}
