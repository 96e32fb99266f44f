using Semver;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Packages;

/// <summary>
/// Puts plugins on a shelf and takes them away. Everything is checked and unpacked in a hidden folder first, which then
/// takes its place in one step: killed at any moment, the shelf is as before or as after.
/// </summary>
public sealed class PluginInstaller
{
    private const string HiddenPrefix = ".installing-";
    private readonly string _shelf;
    private readonly PluginCatalog _catalog;

    /// <summary>Prepares to change a shelf.</summary>
    /// <param name="shelf">The shelf; made when missing.</param>
    /// <param name="catalog">What is installed, on this shelf and others.</param>
    public PluginInstaller(string shelf, PluginCatalog catalog)
    {
        ArgumentException.ThrowIfNullOrEmpty(shelf);
        ArgumentNullException.ThrowIfNull(catalog);
        (_shelf, _catalog) = (Path.GetFullPath(shelf), catalog);
    }

    /// <summary>Installs a package.</summary>
    /// <param name="file">The package.</param>
    /// <param name="force">Whether an older version, other content under the same version, or another owner of a stage's id is no reason to refuse.</param>
    /// <returns>The manifest, where the plugin stands, and what was done.</returns>
    /// <exception cref="PluginException">The package is refused, or the shelf cannot be changed; the shelf is as before.</exception>
    public (PluginManifest Manifest, string Folder, InstallResult Result) Install(string file, bool force)
    {
        using PluginPackage package = PluginPackage.Open(file);
        PluginManifest manifest = package.Manifest;
        return Change(hidden =>
        {
            package.ExtractTo(hidden);
            // Only files on the disk can be checked for an assembly that is missing.
            if (PluginChecks.CheckManifest(manifest, hidden, _catalog.Runtimes) is [var problem, ..]) throw new PluginException(problem);
            string place = Path.Combine(_shelf, manifest.Id, manifest.Version);
            if (Directory.Exists(place) && IsSame(place, manifest)) return (manifest, place, InstallResult.AlreadyThere);
            if (!force) CheckNeighbors(manifest, place);
            Directory.CreateDirectory(Path.Combine(_shelf, manifest.Id));
            return (manifest, place, FolderSwap.Put(hidden, place) ? InstallResult.Replaced : InstallResult.Installed);
        });
    }

    /// <summary>Takes a plugin from the shelf.</summary>
    /// <param name="id">The plugin's id.</param>
    /// <param name="version">The version, or null for all.</param>
    /// <returns>The versions removed.</returns>
    /// <exception cref="PluginException">It is not on this shelf, or the shelf cannot be changed.</exception>
    public IReadOnlyList<string> Remove(string id, string? version)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        string what = version is null ? id : $"{id} {version}";
        string plugin = Path.Combine(_shelf, id);
        if (PackagePath.DescribeName(id) is not null || (version is not null && PackagePath.DescribeName(version) is not null) || !Directory.Exists(plugin))
            throw PackageProblems.NotInstalled(what, _shelf);
        string[] versions = [.. Directory.GetDirectories(plugin).Select(Path.GetFileName).OfType<string>().Where(v => v[0] != '.' && (version is null || v == version)).Order(StringComparer.Ordinal)];
        if (versions.Length == 0) throw PackageProblems.NotInstalled(what, _shelf);
        return Change(hidden =>
        {
            // Gone from the shelf in one step; the files follow with the hidden folder.
            foreach (string each in versions) Directory.Move(Path.Combine(plugin, each), Path.Combine(hidden, each));
            if (!Directory.EnumerateFileSystemEntries(plugin).Any()) Directory.Delete(plugin);
            return versions;
        });
    }

    private static bool IsSame(string place, PluginManifest manifest)
    {
        try
        {
            PluginManifest there = ManifestReader.ReadPlugin(place);
            return there.Files.Count == manifest.Files.Count && !there.Files.Except(manifest.Files).Any() && FileHashes.DescribeDifference(place, there.Files) is null;
        }
        catch (ManifestException)
        {
            // What stands there is broken, so it is something else.
            return false;
        }
    }

    private void CheckNeighbors(PluginManifest manifest, string place)
    {
        string name = $"{manifest.Id} {manifest.Version}";
        if (Directory.Exists(place)) throw PackageProblems.OtherContent(name);
        var version = SemVersion.Parse(manifest.Version, SemVersionStyles.Strict);
        foreach (PluginEntry entry in _catalog.Plugins)
        {
            if (entry.Manifest is not { } other) continue;
            if (other.Id == manifest.Id && SemVersion.ComparePrecedence(version, entry.Version) < 0) throw PackageProblems.Downgrade(name, entry.Name);
            if (other.Id != manifest.Id && other.Stages.FirstOrDefault(s => manifest.Stages.Any(m => m.Id == s.Id)) is { } taken)
                throw PackageProblems.StageTaken(name, taken.Id, entry.Name);
        }
    }

    // One change at a time, in a hidden folder on the same disk, which is gone afterwards whatever happens.
    private T Change<T>(Func<string, T> change)
    {
        string hidden = Path.Combine(_shelf, HiddenPrefix + Guid.NewGuid().ToString("N"));
        try
        {
            Directory.CreateDirectory(_shelf);
            using FileStream hold = new(Path.Combine(_shelf, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // Nobody else is at work, so what a killed installation left can go.
            foreach (string left in Directory.GetDirectories(_shelf, HiddenPrefix + "*")) Directory.Delete(left, recursive: true);
            Directory.CreateDirectory(hidden);
            return change(hidden);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PackageProblems.Shelf(_shelf, e.Message, e);
        }
        finally
        {
            Delete(hidden);
        }
    }

    private static void Delete(string hidden)
    {
        try
        {
            if (Directory.Exists(hidden)) Directory.Delete(hidden, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Hidden from every catalog; the next change of the shelf tries again.
        }
    }
}
