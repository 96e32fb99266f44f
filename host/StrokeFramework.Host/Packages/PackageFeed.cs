using Semver;
using StrokeFramework.Host.Plugins;

namespace StrokeFramework.Host.Packages;

/// <summary>A folder of packages from which plugins are taken by id and range of versions.</summary>
public static class PackageFeed
{
    /// <summary>The package with the newest version in a range.</summary>
    /// <param name="feed">The folder.</param>
    /// <param name="id">The plugin's id.</param>
    /// <param name="range">An npm-style range, or null for any released version.</param>
    /// <returns>The package's path.</returns>
    /// <exception cref="PluginException">There is none, or a package of that name cannot be read.</exception>
    public static string Find(string feed, string id, string? range)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (!Directory.Exists(feed)) throw PackageProblems.NotInFeed(id, feed, "there is no such folder");
        SemVersionRange wanted = SemVersionRange.AllRelease;
        if (range is not null && !SemVersionRange.TryParseNpm(range, includeAllPrerelease: false, out wanted!))
            throw PackageProblems.NotInFeed($"{id}@{range}", feed, $"'{range}' is no range of versions such as ^1.0 or >=1.2 <2");

        List<(SemVersion Version, string File)> found = [];
        foreach (string file in Directory.EnumerateFiles(feed, $"{id}.*{PluginPackage.Extension}").Order(StringComparer.Ordinal))
        {
            using PluginPackage package = PluginPackage.Open(file);
            // The name only narrows the search: A.B.1.0.0 may be version 1.0.0 of A.B.
            if (package.Manifest.Id == id) found.Add((SemVersion.Parse(package.Manifest.Version, SemVersionStyles.Strict), file));
        }

        List<(SemVersion Version, string File)> fitting = found.FindAll(f => wanted.Contains(f.Version));
        if (fitting.Count > 0) return fitting.MaxBy(f => f.Version, SemVersion.PrecedenceComparer).File;
        string others = found.Count == 0 ? "it has none of that id" : $"it has {string.Join(", ", found.Select(f => f.Version).Order(SemVersion.PrecedenceComparer))}";
        throw PackageProblems.NotInFeed(range is null ? id : $"{id}@{range}", feed, others);
    }
}
