using System.Runtime.InteropServices;
using System.Text;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Caching;

/// <summary>
/// Images by the hash of their content, each once, however many results hold it. Uncompressed: reading one back takes as
/// long as copying it. The name is the checksum.
/// </summary>
internal sealed class VolumeStore(CacheFolder folder)
{
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("STROKEVOLUME1\n\n\n");
    private static readonly int HeadLength = Magic.Length + (3 * sizeof(int)) + (12 * sizeof(double));

    /// <summary>Writes an image and gives its length in the store.</summary>
    /// <exception cref="DataException">It cannot be written.</exception>
    public long Put(string hash, Volume<float> volume)
    {
        AtomicFile.Write(folder.FileOf(CacheFolder.Volumes, hash), stream =>
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            writer.Write(Magic);
            writer.WriteGeometry(volume.Geometry);
            writer.Write(MemoryMarshal.AsBytes(volume.Span));
        });
        return HeadLength + ((long)volume.Span.Length * sizeof(float));
    }

    /// <summary>Reads an image; null when it is absent. One that is damaged is removed.</summary>
    public Volume<float>? Get(string hash)
    {
        string file = folder.FileOf(CacheFolder.Volumes, hash);
        try
        {
            Volume<float>? volume;
            using (var stream = new FileStream(file, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0, Options = FileOptions.SequentialScan }))
                volume = Read(stream);
            if (volume is not null && ContentHash.OfVolume(volume) == hash)
            {
                CacheFolder.Touch(file);
                return volume;
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Cut short, or not readable: as good as absent.
        }

        CacheFolder.Remove(file);
        return null;
    }

    private static Volume<float>? Read(FileStream stream)
    {
        var head = new byte[HeadLength];
        stream.ReadExactly(head);
        if (!head.AsSpan().StartsWith(Magic)) return null;
        using var reader = new BinaryReader(new MemoryStream(head, Magic.Length, head.Length - Magic.Length));
        VolumeGeometry geometry;
        try
        {
            geometry = reader.ReadGeometry();
        }
        catch (ArgumentException)
        {
            return null; // no grid has these numbers: the file is damaged
        }

        // Before room is made for what a damaged file says of itself.
        if (stream.Length != HeadLength + (geometry.Size.Count * sizeof(float))) return null;
        float[] voxels = GC.AllocateUninitializedArray<float>((int)geometry.Size.Count);
        stream.ReadExactly(MemoryMarshal.AsBytes(voxels.AsSpan()));
        return new(geometry, voxels);
    }
}
