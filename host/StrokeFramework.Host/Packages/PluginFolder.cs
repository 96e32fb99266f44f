using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Packages;

/// <summary>Finds the folder of a built plugin from the folder that its author has at hand.</summary>
public static class PluginFolder
{
    // A solution's folder, its src, a project, bin, a configuration, plugin, id and version.
    private const int Depth = 8;

    /// <summary>
    /// The folder itself when it holds a manifest, else the one below it that does. Beside other builds a debug build
    /// does not count: it is not what is handed on.
    /// </summary>
    /// <exception cref="Plugins.PluginException">There is none, or there are several.</exception>
    public static string Find(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder)) throw PackageProblems.NothingToPack(folder, "is no folder");
        if (File.Exists(Path.Combine(folder, PluginManifest.FileName))) return folder;
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Depth };
        string[] found = [.. Directory.EnumerateFiles(folder, PluginManifest.FileName, options).Select(f => Path.GetDirectoryName(f)!).Order(StringComparer.Ordinal)];
        string[] others = [.. found.Where(f => !IsDebug(Path.GetRelativePath(folder, f)))];
        if (others.Length > 0) found = others;
        return found switch
        {
            [var one] => one,
            [] => throw PackageProblems.NothingToPack(folder, "holds no built plugin"),
            _ => throw PackageProblems.NothingToPack(folder, $"holds {found.Length} built plugins: {string.Join(", ", found.Take(4).Select(f => Path.GetRelativePath(folder, f)))}{(found.Length > 4 ? ", …" : "")}"),
        };
    }

    private static bool IsDebug(string path) => path.Split(Path.DirectorySeparatorChar).Contains("debug", StringComparer.OrdinalIgnoreCase);
}
