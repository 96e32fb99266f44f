using System.Security.Cryptography;
using System.Text;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Caching;

/// <summary>
/// The files of the cache: <c>entries/</c> for results, <c>volumes/</c> for images by their content, <c>known/</c> for the
/// last key of each node and study. Files appear whole or not at all and may vanish at any time, so that several
/// processes can share the folder without locks.
/// </summary>
internal sealed class CacheFolder
{
    public const string Entries = "entries", Volumes = "volumes", Known = "known";

    // Tools for backups leave out folders with this file (bford.info/cachedir).
    private const string TagName = "CACHEDIR.TAG";
    private const string Tag = "Signature: 8a477f597d28d172789f06886806bc55\n# Results kept by stroke. The whole folder may be removed at any time.\n";

    // Times of use are for order alone, so a fresh one need not be written again.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public CacheFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    public string Path { get; }

    /// <summary>The file of something whose name is a hash, in hexadecimal digits.</summary>
    public string FileOf(string kind, string hash) => System.IO.Path.Combine(Path, kind, hash[..2], hash);

    /// <summary>A hash that stands for a name.</summary>
    public static string HashOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <summary>Makes the folder.</summary>
    /// <exception cref="DataException">It cannot be made or written.</exception>
    public void Create()
    {
        string tag = System.IO.Path.Combine(Path, TagName);
        if (!File.Exists(tag)) AtomicFile.WriteText(tag, Tag);
    }

    /// <summary>The bytes of a file; null when it is absent or cannot be read.</summary>
    public static byte[]? Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process may remove it between any two calls; what cannot be read is made anew.
            return null;
        }
    }

    /// <summary>Marks a file as used now.</summary>
    public static void Touch(string file)
    {
        try
        {
            DateTime now = DateTime.UtcNow;
            if (now - File.GetLastWriteTimeUtc(file) > Fresh) File.SetLastWriteTimeUtc(file, now);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Removed meanwhile, or a cache that others may only read: the order of removal suffers, no result does.
        }
    }

    /// <summary>Removes a file if it is there.</summary>
    public static bool Remove(string file)
    {
        try
        {
            File.Delete(file);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody reads it on a system that locks what is read; it goes another time.
            return false;
        }
    }
}
