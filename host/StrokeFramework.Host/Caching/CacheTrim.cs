namespace StrokeFramework.Host.Caching;

/// <summary>Keeps the cache within its limit by removing what was used least recently.</summary>
internal static class CacheTrim
{
    // Down to nine tenths, so that not every run has to trim again.
    private const double Target = 0.9;

    // What a killed process left half-written; nobody writes one file for an hour.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>Removes the oldest files when all together are larger than a limit.</summary>
    /// <returns>How many bytes are left.</returns>
    public static long Run(CacheFolder folder, long limit)
    {
        List<FileInfo> files = [];
        long total = 0;
        foreach (string kind in (string[])[CacheFolder.Entries, CacheFolder.Volumes, CacheFolder.Known])
        {
            var root = new DirectoryInfo(Path.Combine(folder.Path, kind));
            if (!root.Exists) continue;
            foreach (FileInfo file in root.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            {
                if (LengthOf(file) is not { } length) continue;
                if (file.Extension == ".tmp")
                {
                    if (DateTime.UtcNow - file.LastWriteTimeUtc > Abandoned) CacheFolder.Remove(file.FullName);
                    continue;
                }

                files.Add(file);
                total += length;
            }
        }

        if (total <= limit) return total;
        files.Sort(static (a, b) => (a.LastWriteTimeUtc, a.FullName).CompareTo((b.LastWriteTimeUtc, b.FullName)));
        foreach (FileInfo file in files)
        {
            if (total <= limit * Target) break;
            if (CacheFolder.Remove(file.FullName)) total -= file.Length;
        }

        return total;
    }

    // Another process may remove a file between finding and looking at it.
    private static long? LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
