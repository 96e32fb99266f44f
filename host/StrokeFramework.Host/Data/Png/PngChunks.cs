using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace StrokeFramework.Host.Data;

/// <summary>Takes a PNG file apart, checking the checksum of every chunk.</summary>
internal sealed class PngChunks
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private PngChunks(PngHeader header) => Header = header;

    /// <summary>What the file says of its pixels.</summary>
    public PngHeader Header { get; }

    /// <summary>The compressed pixel data, its pieces joined.</summary>
    public MemoryStream Pixels { get; } = new();

    /// <summary>Pixels per metre along a row and along a column, or null where the file does not say.</summary>
    public (uint X, uint Y)? PixelsPerMetre { get; private set; }

    /// <summary>Takes a file apart.</summary>
    /// <exception cref="DataException">The file is no PNG, is damaged or is of a kind that is not read.</exception>
    public static PngChunks Read(ReadOnlySpan<byte> content, string file)
    {
        if (content.IsEmpty) throw new DataException($"The file '{file}' is empty.");
        if (!content.StartsWith(Signature)) throw new DataException($"'{file}' is not a PNG file: it does not start with the PNG signature.");
        ReadOnlySpan<byte> rest = content[Signature.Length..];
        ReadOnlySpan<byte> body = Take(ref rest, file, out string type);
        if (type != "IHDR") throw new DataException($"'{file}' is damaged: it does not start with a PNG header.");

        var chunks = new PngChunks(PngHeader.Parse(body, file));
        while (true)
        {
            body = Take(ref rest, file, out type);
            if (type == "IEND") break;
            chunks.Add(type, body, file);
        }

        chunks.Pixels.Position = 0;
        return chunks;
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, string file, out string type)
    {
        uint length = rest.Length < 8 ? uint.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - 12L) throw new DataException($"'{file}' is truncated: a part of the PNG is missing at its end. Copy or export the file again.");
        ReadOnlySpan<byte> marked = rest.Slice(4, (int)length + 4);
        type = Encoding.Latin1.GetString(marked[..4]);
        if (Crc32.HashToUInt32(marked) != BinaryPrimitives.ReadUInt32BigEndian(rest[((int)length + 8)..]))
            throw new DataException($"'{file}' is damaged: the checksum of a part of the PNG is wrong. Copy or export the file again.");
        rest = rest[((int)length + 12)..];
        return marked[4..];
    }

    private void Add(string type, ReadOnlySpan<byte> body, string file)
    {
        switch (type)
        {
            case "IDAT":
                Pixels.Write(body);
                break;
            case "pHYs" when body.Length == 9 && body[8] == 1:
                PixelsPerMetre = (BinaryPrimitives.ReadUInt32BigEndian(body), BinaryPrimitives.ReadUInt32BigEndian(body[4..]));
                break;
            // A capital first letter marks what a reader must understand; a palette is only a suggestion here.
            case [>= 'A' and <= 'Z', ..] when type != "PLTE":
                throw new DataException($"'{file}' has a part ('{type}') that is not read. Save it as plain 8- or 16-bit grayscale PNG.");
        }
    }
}
