using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Packages;

/// <summary>
/// One plugin in one file: a zip archive of the plugin's folder and of <see cref="HashesName"/>, which lists the SHA-256
/// of every other file in the format of <c>sha256sum</c>. Opening it runs and writes nothing.
/// </summary>
public sealed class PluginPackage : IDisposable
{
    /// <summary>The ending of a package's name.</summary>
    public const string Extension = ".strokeplugin";

    /// <summary>The file that lists the hashes of all others.</summary>
    public const string HashesName = "SHA256SUMS";

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private readonly SortedDictionary<string, string> _hashes;

    private PluginPackage(string file, ZipArchive archive, Dictionary<string, ZipArchiveEntry> entries, SortedDictionary<string, string> hashes, PluginManifest manifest) =>
        (File, _archive, _entries, _hashes, Manifest) = (file, archive, entries, hashes, manifest);

    /// <summary>The package.</summary>
    public string File { get; }

    /// <summary>What it holds.</summary>
    public PluginManifest Manifest { get; }

    /// <summary>Opens a package and checks all that can be checked without unpacking it.</summary>
    /// <exception cref="PluginException">It is no package, damaged, hostile, or cannot be read; the message says which.</exception>
    public static PluginPackage Open(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ZipArchive? archive = null;
        try
        {
            archive = ZipFile.OpenRead(file);
            Dictionary<string, ZipArchiveEntry> entries = PackageEntries.Check(file, archive);
            SortedDictionary<string, string> hashes = ReadHashes(file, entries);
            PluginManifest manifest = ReadManifest(file, entries, hashes);
            var package = new PluginPackage(file, archive, entries, hashes, manifest);
            archive = null;
            return package;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw PackageProblems.Unreadable(file, e.Message, e);
        }
        finally
        {
            archive?.Dispose();
        }
    }

    /// <summary>Unpacks all files into a folder, comparing each with its hash.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <exception cref="PluginException">A file is not as the list of hashes says, or is larger than it claims.</exception>
    internal void ExtractTo(string folder)
    {
        foreach ((string path, string hash) in _hashes)
        {
            string target = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var stream = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            if (Copy(File, _entries[path], stream) != hash) throw PackageProblems.Changed(File, $"'{path}' is not the file that was packed");
        }

        if (FileHashes.DescribeDifference(folder, Manifest.Files) is { } difference) throw PackageProblems.Changed(File, difference);
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static SortedDictionary<string, string> ReadHashes(string file, Dictionary<string, ZipArchiveEntry> entries)
    {
        if (!entries.TryGetValue(HashesName, out ZipArchiveEntry? entry)) throw PackageProblems.NoHashes(file, "it is missing");
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in Encoding.UTF8.GetString(ReadAll(file, entry)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // As sha256sum writes it: the hash, two spaces, the path.
            if (line.Length < 67 || line[64] != ' ' || line[65] != ' ' || line.AsSpan(0, 64).ContainsAnyExcept(LowerHex) || !hashes.TryAdd(line[66..], line[..64]))
                throw PackageProblems.NoHashes(file, "a line of it is not a hash and a path, or a path stands there twice");
        }

        foreach (string path in hashes.Keys)
        {
            if (!entries.ContainsKey(path)) throw PackageProblems.Changed(file, $"a file that it lists is missing: '{path}'");
        }

        foreach (string path in entries.Keys)
        {
            if (path != HashesName && !hashes.ContainsKey(path)) throw PackageProblems.Changed(file, $"'{path}' was added");
        }

        return hashes;
    }

    private static PluginManifest ReadManifest(string file, Dictionary<string, ZipArchiveEntry> entries, SortedDictionary<string, string> hashes)
    {
        if (!entries.TryGetValue(PluginManifest.FileName, out ZipArchiveEntry? entry)) throw PackageProblems.BadManifest(file, $"there is no {PluginManifest.FileName}");
        byte[] json = ReadAll(file, entry);
        if (Convert.ToHexStringLower(SHA256.HashData(json)) != hashes[PluginManifest.FileName]) throw PackageProblems.Changed(file, $"'{PluginManifest.FileName}' is not the file that was packed");
        PluginManifest manifest;
        try
        {
            manifest = ManifestReader.ParsePlugin(json, $"{file}!{PluginManifest.FileName}");
        }
        catch (ManifestException e)
        {
            throw PackageProblems.BadManifest(file, e.Message, e);
        }

        if (PackagePath.DescribeName(manifest.Id) is { } id) throw PackageProblems.BadName(file, "id", manifest.Id, id);
        if (manifest.Id.Contains('/', StringComparison.Ordinal)) throw PackageProblems.BadName(file, "id", manifest.Id, "holds a slash");
        if (!Semver.SemVersion.TryParse(manifest.Version, Semver.SemVersionStyles.Strict, out _)) throw PackageProblems.BadName(file, "version", manifest.Version, "is no semantic version");
        return manifest;
    }

    private static byte[] ReadAll(string file, ZipArchiveEntry entry)
    {
        if (entry.Length > PackageLimits.TextBytes) throw PackageProblems.TooLarge(file, $"has a file '{entry.FullName}' of {entry.Length} bytes");
        using var buffer = new MemoryStream();
        Copy(file, entry, buffer);
        return buffer.ToArray();
    }

    // An entry may claim a small size and unpack to a large one, so its claim is held while copying.
    private static string Copy(string file, ZipArchiveEntry entry, Stream target)
    {
        using Stream source = entry.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            total += read;
            if (total > entry.Length) throw PackageProblems.TooLarge(file, $"has a file '{entry.FullName}' that unpacks to more than the {entry.Length} bytes that it claims");
            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        return total == entry.Length ? Convert.ToHexStringLower(hash.GetHashAndReset()) : throw PackageProblems.Unreadable(file, $"'{entry.FullName}' ends early");
    }
}
