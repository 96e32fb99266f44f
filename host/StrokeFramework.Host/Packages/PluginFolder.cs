using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Packages;

/// <summary>Finds the folder of a built plugin from the folder that its author has at hand.</summary>
public static class PluginFolder
{
    private const int Depth = 6;

    /// <summary>The folder itself when it holds a manifest, else the one below it that does.</summary>
    /// <exception cref="Plugins.PluginException">There is none, or there are several.</exception>
    public static string Find(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder)) throw PackageProblems.NothingToPack(folder, "is no folder");
        if (File.Exists(Path.Combine(folder, PluginManifest.FileName))) return folder;
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Depth };
        string[] found = [.. Directory.EnumerateFiles(folder, PluginManifest.FileName, options).Select(f => Path.GetDirectoryName(f)!).Order(StringComparer.Ordinal)];
        return found switch
        {
            [var one] => one,
            [] => throw PackageProblems.NothingToPack(folder, "holds no built plugin"),
            _ => throw PackageProblems.NothingToPack(folder, $"holds {found.Length} built plugins: {string.Join(", ", found.Take(4).Select(f => Path.GetRelativePath(folder, f)))}{(found.Length > 4 ? ", …" : "")}"),
        };
    }
}
