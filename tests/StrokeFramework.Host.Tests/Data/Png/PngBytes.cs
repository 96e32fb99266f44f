using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace StrokeFramework.Host.Tests.Data;

/// <summary>Puts PNG files together chunk by chunk, with a checksum written out bit by bit.</summary>
internal static class PngBytes
{
    public static byte[] Header(int width, int height, byte depth, byte color, byte interlace = 0)
    {
        var body = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(body, width);
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(4), height);
        (body[8], body[9], body[12]) = (depth, color, interlace);
        return Chunk("IHDR", body);
    }

    public static byte[] Physical(uint x, uint y, byte unit)
    {
        var body = new byte[9];
        BinaryPrimitives.WriteUInt32BigEndian(body, x);
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(4), y);
        body[8] = unit;
        return Chunk("pHYs", body);
    }

    /// <summary>Rows with their filter byte, packed into pixel chunks of at most <paramref name="piece"/> bytes.</summary>
    public static byte[] Pixels(byte[] rows, int piece = int.MaxValue)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(rows);
        return [.. packed.ToArray().Chunk(piece).SelectMany(part => Chunk("IDAT", part))];
    }

    public static byte[] File(params byte[][] chunks) =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. chunks.SelectMany(c => c), .. Chunk("IEND", [])];

    public static byte[] Chunk(string type, byte[] body)
    {
        byte[] marked = [.. Encoding.ASCII.GetBytes(type), .. body];
        var length = new byte[4];
        var sum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(marked));
        return [.. length, .. marked, .. sum];
    }

    private static uint Crc(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
