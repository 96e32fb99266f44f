using System.IO.Compression;

namespace StrokeFramework.Host.Packages;

/// <summary>Checks the entries of a package by what the archive says of them, before any is read.</summary>
internal static class PackageEntries
{
    // The upper half of the attributes is the Unix mode when the archive was made there; a program that sets none leaves 0.
    private const int KindMask = 0xF000, RegularFile = 0x8000;

    /// <summary>The entries by path.</summary>
    /// <exception cref="Plugins.PluginException">One has a path or kind that is not allowed, stands twice, or there is too much.</exception>
    public static Dictionary<string, ZipArchiveEntry> Check(string file, ZipArchive archive)
    {
        if (archive.Entries.Count > PackageLimits.Files) throw PackageProblems.TooLarge(file, $"holds {archive.Entries.Count} files");
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        // Some file systems do not tell upper from lower case: there, the second would replace the first.
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long total = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string path = entry.FullName;
            if (PackagePath.Describe(path) is { } wrong) throw PackageProblems.BadPath(file, path, wrong);
            int kind = (entry.ExternalAttributes >> 16) & KindMask;
            if (kind is not 0 and not RegularFile) throw PackageProblems.NotAFile(file, path);
            if (!known.Add(path)) throw PackageProblems.Double(file, path);
            if (entry.IsEncrypted) throw PackageProblems.Unreadable(file, $"'{path}' is encrypted");
            if (entry.Length is < 0 or > PackageLimits.FileBytes) throw PackageProblems.TooLarge(file, $"has a file '{path}' of {entry.Length} bytes");
            total += entry.Length;
            if (total > PackageLimits.TotalBytes) throw PackageProblems.TooLarge(file, $"unpacks to more than {PackageLimits.TotalBytes >> 20} MiB");
            entries[path] = entry;
        }

        // A file cannot be a folder as well.
        foreach (string path in entries.Keys)
        {
            for (int slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
            {
                if (known.Contains(path[..slash])) throw PackageProblems.Double(file, path[..slash]);
            }
        }

        return entries;
    }
}
