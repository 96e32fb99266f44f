using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace StrokeFramework.Host.Data;

/// <summary>Writes one volume as NIfTI-1.</summary>
internal static class NiftiWriter
{
    private const int PieceVoxels = 1 << 15;

    /// <summary>Writes a volume to a file that appears when it is complete, compressed when its name ends in <c>.gz</c>.</summary>
    public static void Write<T>(string path, Volume<T> volume, NiftiDatatype type, NiftiHeader? template, string description, CancellationToken cancellationToken)
        where T : unmanaged
    {
        byte[] header = MakeHeader(path, volume.Geometry, type, template, description);
        bool swap = (template?.IsBigEndian ?? false) == BitConverter.IsLittleEndian;
        AtomicFile.Write(path, stream =>
        {
            if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                WriteContent(stream, header, volume.Span, swap, cancellationToken);
                return;
            }

            // Noise does not compress, masks compress at any level: more effort costs a second per image and saves a few percent.
            using var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
            WriteContent(gzip, header, volume.Span, swap, cancellationToken);
        });
    }

    private static byte[] MakeHeader(string path, VolumeGeometry geometry, NiftiDatatype type, NiftiHeader? template, string description)
    {
        if (template is null) return NiftiHeaderBuilder.FromGeometry(geometry, type, description);
        VolumeGeometry expected = NiftiGeometry.From(template, path, []);
        if (expected.DescribeMismatch(geometry) is { } mismatch)
            throw new ArgumentException($"The volume to write does not lie on the grid of the header it should carry: {mismatch}.", nameof(geometry));
        return NiftiHeaderBuilder.FromTemplate(template, type, description);
    }

    private static void WriteContent<T>(Stream stream, byte[] header, ReadOnlySpan<T> voxels, bool swap, CancellationToken cancellationToken)
        where T : unmanaged
    {
        stream.Write(header);
        int size = Marshal.SizeOf<T>();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(PieceVoxels * size);
        try
        {
            for (int first = 0; first < voxels.Length; first += PieceVoxels)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ReadOnlySpan<byte> piece = MemoryMarshal.AsBytes(voxels.Slice(first, Math.Min(PieceVoxels, voxels.Length - first)));
                Span<byte> bytes = buffer.AsSpan(0, piece.Length);
                piece.CopyTo(bytes);
                if (swap) VoxelDecoder.Reverse(bytes, size);
                stream.Write(bytes);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
