using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using StrokeFramework.Host.Packages;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Tests.Packages;

/// <summary>Makes packages that no packing program would make, from the files of a good one.</summary>
internal sealed class PackageForge
{
    private readonly List<(string Path, byte[] Content, int Mode)> _files = [];

    /// <summary>Begins with the files of a plugin's folder.</summary>
    public PackageForge(string pluginFolder)
    {
        foreach (string file in Directory.GetFiles(pluginFolder)) Add(Path.GetFileName(file), File.ReadAllBytes(file));
    }

    /// <summary>The list of hashes instead of the right one; empty for none.</summary>
    public string? Hashes { get; set; }

    /// <summary>Changes the archive's bytes.</summary>
    public Func<byte[], byte[]> Spoil { get; set; } = bytes => bytes;

    /// <summary>A right list of hashes of the files as they are now.</summary>
    public string RightHashes => string.Concat(_files.Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Content))}  {f.Path}\n"));

    public void Add(string path, byte[] content, int mode = 0x81A4) => _files.Add((path, content, mode));

    public void Add(string path, string content = "x", int mode = 0x81A4) => Add(path, Encoding.UTF8.GetBytes(content), mode);

    public void Remove(string path) => _files.RemoveAll(f => f.Path == path);

    public void Replace(string path, byte[] content)
    {
        Remove(path);
        Add(path, content);
    }

    public void EditManifest(Action<JsonObject> edit)
    {
        JsonObject manifest = JsonNode.Parse(_files.First(f => f.Path == PluginManifest.FileName).Content)!.AsObject();
        edit(manifest);
        Replace(PluginManifest.FileName, Encoding.UTF8.GetBytes(manifest.ToJsonString()));
    }

    /// <summary>Changes four bytes of an entry's record in the archive's directory.</summary>
    public static byte[] PatchDirectory(byte[] archive, string path, int offset, uint value)
    {
        byte[] name = Encoding.UTF8.GetBytes(path);
        for (int at = 0; at < archive.Length - 46 - name.Length; at++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(at)) != 0x02014b50 || !archive.AsSpan(at + 46, name.Length).SequenceEqual(name)) continue;
            BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(at + offset), value);
            return archive;
        }

        throw new InvalidOperationException($"The archive has no entry '{path}'.");
    }

    public string Write(string folder)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            string hashes = Hashes ?? RightHashes;
            foreach ((string path, byte[] content, int mode) in hashes.Length == 0 ? _files : [.. _files, (PluginPackage.HashesName, Encoding.UTF8.GetBytes(hashes), 0x81A4)])
            {
                ZipArchiveEntry entry = archive.CreateEntry(path);
                entry.ExternalAttributes = mode << 16;
                using Stream target = entry.Open();
                target.Write(content);
            }
        }

        string file = Path.Combine(folder, "forged" + PluginPackage.Extension);
        File.WriteAllBytes(file, Spoil(buffer.ToArray()));
        return file;
    }
}
