using System.Buffers;
using System.IO.Compression;

namespace StrokeFramework.Host.Data;

/// <summary>Reads one NIfTI-1 stream, compressed or not, in pieces of bounded size.</summary>
internal sealed class NiftiReader : IDisposable
{
    // A multiple of every voxel size, small enough to stay in the second-level cache.
    private const int PieceBytes = 1 << 17;

    // DEFLATE cannot pack tighter than this, so a header that claims more than the file can hold is known at once.
    private const int MostCompression = 1040;

    private readonly Stream _content;
    private readonly string _file;
    private readonly bool _compressed;
    private readonly long? _storedLength;
    private readonly List<string> _warnings = [];
    private bool _endedWell;

    private NiftiReader(Stream content, string file, bool compressed, long? storedLength) =>
        (_content, _file, _compressed, _storedLength) = (content, file, compressed, storedLength);

    /// <summary>Takes values in file order: the voxels of one piece and the index of its first.</summary>
    public delegate void PieceHandler(ReadOnlySpan<float> values, int first);

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Looks at the first bytes of a stream to see whether it is compressed. The stream is not closed.</summary>
    public static NiftiReader Open(Stream stream, string file)
    {
        long? length = stream is HashingStream || stream.CanSeek ? stream.Length - stream.Position : null;
        var start = new byte[2];
        int read = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        if (read == 0) throw new DataException($"The file '{file}' is empty.");
        bool compressed = read == 2 && start[0] == 0x1F && start[1] == 0x8B;
        var whole = new FramedStream(start.AsMemory(0, read), stream, compressed ? GzipEnd.Member : default);
        return new(compressed ? new GZipStream(whole, CompressionMode.Decompress) : whole, file, compressed, length);
    }

    /// <summary>Reads the header and what stands between it and the voxels.</summary>
    public NiftiHeader ReadHeader()
    {
        var raw = new byte[NiftiHeader.Length];
        int read = ReadUpTo(raw);
        NiftiHeader header = NiftiHeaderParser.Parse(read == raw.Length ? raw : raw[..read], _file);
        int offset = NiftiHeaderParser.VoxelOffset(header, _file, _warnings);
        CheckLength(header, offset);
        var extensions = new byte[offset - NiftiHeader.Length];
        if (ReadUpTo(extensions) < extensions.Length) throw Truncated(header, 0);
        return header.WithExtensions(extensions.AsSpan().ContainsAnyExcept((byte)0) ? extensions : default);
    }

    /// <summary>The grid that the header describes.</summary>
    public VolumeGeometry ReadGeometry(NiftiHeader header) => NiftiGeometry.From(header, _file, _warnings);

    /// <summary>Reads every voxel, then makes sure that the file ends sound.</summary>
    public void ReadVoxels(NiftiHeader header, PieceHandler handle, CancellationToken cancellationToken)
    {
        VoxelScaling scaling = VoxelScaling.From(header, _file, _warnings);
        int size = NiftiHeaderParser.BytesPerVoxel(header.Datatype);
        int count = (int)header.Size.Count;
        int perPiece = PieceBytes / size;
        byte[] bytes = ArrayPool<byte>.Shared.Rent(PieceBytes);
        float[] values = ArrayPool<float>.Shared.Rent(perPiece);
        try
        {
            for (int first = 0; first < count; first += perPiece)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int voxels = Math.Min(perPiece, count - first);
                Span<byte> piece = bytes.AsSpan(0, voxels * size);
                int read = ReadUpTo(piece);
                if (read < piece.Length) throw Truncated(header, ((long)first * size) + read);
                VoxelDecoder.Decode(header.Datatype, piece, header.IsBigEndian == BitConverter.IsLittleEndian, scaling, values.AsSpan(0, voxels));
                handle(values.AsSpan(0, voxels), first);
            }

            CheckEnd(bytes.AsSpan(0, PieceBytes));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<float>.Shared.Return(values);
        }
    }

    /// <summary>Adds a warning of the caller's.</summary>
    public void Warn(string sentence) => _warnings.Add(sentence);

    public void Dispose() => _content.Dispose();

    /// <summary>Fills the target, or less at the end of the file.</summary>
    private int ReadUpTo(Span<byte> target)
    {
        int read = ReadRaw(target);
        if (!_compressed || read == target.Length) return read;
        _endedWell = target[..read].EndsWith(GzipEnd.Content);
        return _endedWell ? read - GzipEnd.Content.Length : read;
    }

    private int ReadRaw(Span<byte> target)
    {
        try
        {
            return _content.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException e)
        {
            throw new DataException($"'{_file}' is damaged: its compressed content cannot be unpacked. Copy or convert the file again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputFile.Translate(e, _file);
        }
    }

    private void CheckLength(NiftiHeader header, int offset)
    {
        if (_storedLength is not { } length) return;
        long need = offset + (header.Size.Count * NiftiHeaderParser.BytesPerVoxel(header.Datatype));
        if (!_compressed && length < need) throw Truncated(header, Math.Max(0, length - offset));
        if (_compressed && length < need / MostCompression)
            throw new DataException($"'{_file}' is truncated or damaged: {length} compressed bytes cannot hold the {header.Size} voxels that its header claims. Copy or convert the file again.");
    }

    private DataException Truncated(NiftiHeader header, long bytes)
    {
        int size = NiftiHeaderParser.BytesPerVoxel(header.Datatype);
        return new($"'{_file}' is truncated: it ends after {bytes / size} of its {header.Size.Count} voxels. Copy or convert the file again.");
    }

    private void CheckEnd(Span<byte> scratch)
    {
        // Reading on to the end is also what makes the decompressor compare its checksum.
        int extra = ReadUpTo(scratch);
        if (extra == scratch.Length)
            throw new DataException($"'{_file}' holds far more bytes than its header describes, so the size in the header cannot be right.");
        if (_compressed && !_endedWell)
            throw new DataException($"'{_file}' is truncated or damaged: its compressed content does not end as it should. Copy or convert the file again.");
        if (extra > 0)
            _warnings.Add($"'{_file}' holds {extra} bytes more than its header describes; they are ignored.");
    }
}
