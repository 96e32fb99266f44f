using System.IO.Compression;
using System.Text;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Packages;

/// <summary>Makes packages. The same plugin gives the same bytes.</summary>
public static class PackageWriter
{
    // The first moment that a zip archive can name; a real one would make every package differ.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs a built plugin.</summary>
    /// <param name="folder">The plugin's folder, or one above it, such as that of its project.</param>
    /// <param name="output">The folder to write the package to.</param>
    /// <returns>The package, <c>&lt;id&gt;.&lt;version&gt;.strokeplugin</c>.</returns>
    /// <exception cref="PluginException">There is no plugin, more than one, or it is not as it was built.</exception>
    /// <exception cref="DataException">The package cannot be written.</exception>
    public static string Pack(string folder, string output)
    {
        string plugin = PluginFolder.Find(folder);
        PluginManifest manifest = Read(plugin);
        if (FileHashes.DescribeDifference(plugin, manifest.Files) is { } difference) throw PackageProblems.NothingToPack(plugin, $"is not as it was built: {difference}");
        string file = Path.Combine(output, $"{manifest.Id}.{manifest.Version}{PluginPackage.Extension}");
        AtomicFile.Write(file, stream => Write(plugin, stream));
        // Read back at once: what is handed out has been opened.
        using PluginPackage package = PluginPackage.Open(file);
        return file;
    }

    private static PluginManifest Read(string plugin)
    {
        try
        {
            return ManifestReader.ReadPlugin(plugin);
        }
        catch (ManifestException e)
        {
            throw PackageProblems.NothingToPack(plugin, e.Message.TrimEnd('.'));
        }
    }

    private static void Write(string plugin, Stream stream)
    {
        string[] paths = [.. Directory.EnumerateFiles(plugin, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(plugin, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var hashes = new StringBuilder();
        foreach (string path in paths)
        {
            byte[] content = File.ReadAllBytes(Path.Combine(plugin, path));
            hashes.Append(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))).Append("  ").Append(path).Append('\n');
            Add(archive, path, content);
        }

        Add(archive, PluginPackage.HashesName, Encoding.UTF8.GetBytes(hashes.ToString()));
    }

    private static void Add(ZipArchive archive, string path, byte[] content)
    {
        ZipArchiveEntry entry = archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        // A regular file that its owner may write and everybody read.
        entry.ExternalAttributes = 0x81A4 << 16;
        using Stream target = entry.Open();
        target.Write(content);
    }
}
