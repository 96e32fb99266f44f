using System.Security.Cryptography;

namespace StrokeFramework.Manifest;

/// <summary>SHA-256 of the files of a plugin or runtime.</summary>
public static class FileHashes
{
    /// <summary>Lower-case hexadecimal SHA-256 of a file.</summary>
    public static string OfFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Hashes of all files below a folder but the manifest itself, by path with forward slashes.</summary>
    public static SortedDictionary<string, string> OfFolder(string folder)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(folder, file).Replace('\\', '/');
            // Debug symbols may come and go without changing what runs.
            if (relative is PluginManifest.FileName or RuntimeManifest.FileName || relative.EndsWith(".pdb", StringComparison.Ordinal)) continue;
            hashes[relative] = OfFile(file);
        }

        return hashes;
    }

    /// <summary>Null when a folder's files are as recorded; otherwise what is missing, changed or added, as a phrase.</summary>
    public static string? DescribeDifference(string folder, IReadOnlyDictionary<string, string> recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        SortedDictionary<string, string> found = OfFolder(folder);
        foreach ((string file, string hash) in recorded.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            if (!found.TryGetValue(file, out string? now)) return $"'{file}' is missing";
            if (now != hash) return $"'{file}' has been changed since the plugin was built";
        }

        string? added = found.Keys.FirstOrDefault(f => !recorded.ContainsKey(f));
        return added is null ? null : $"'{added}' was added since the plugin was built";
    }
}
