using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using StrokeFramework.Host.Data.Png;

namespace StrokeFramework.Host.Tests.Data.Png;

public sealed class PngWriterTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(64, 50)]
    public void WriteGray_ReadBackByTheStandardsFormulas_IsTheSame(int width, int height)
    {
        byte[] pixels = Noise(width * height);
        byte[] file = Write(s => PngWriter.WriteGray(s, width, height, pixels));
        Assert.Equal((8, 0), Header(file, width, height));
        Assert.Equal(pixels, Unfilter(Chunk(file, "IDAT"), width, height, 1));
    }

    [Fact]
    public void WriteRgb_ReadBack_IsTheSame()
    {
        byte[] pixels = Noise(5 * 4 * 3);
        byte[] file = Write(s => PngWriter.WriteRgb(s, 5, 4, pixels));
        Assert.Equal((8, 2), Header(file, 5, 4));
        Assert.Equal(pixels, Unfilter(Chunk(file, "IDAT"), 5, 4, 3));
    }

    [Fact]
    public void WriteIndexed_KeepsPlacesPaletteAndOpacity()
    {
        byte[] pixels = [0, 1, 2, 2, 1, 0], palette = [255, 0, 0, 0, 255, 0, 0, 0, 255];
        byte[] file = Write(s => PngWriter.WriteIndexed(s, 3, 2, pixels, palette, [255, 0]));
        Assert.Equal((8, 3), Header(file, 3, 2));
        Assert.Equal(palette, Chunk(file, "PLTE"));
        Assert.Equal([255, 0], Chunk(file, "tRNS"));
        Assert.Equal(pixels, Unfilter(Chunk(file, "IDAT"), 3, 2, 1));
    }

    [Fact]
    public void Write_SmoothPicture_IsMuchSmallerThanItsPixels()
    {
        byte[] ramp = [.. Enumerable.Range(0, 256 * 256).Select(p => (byte)((p % 256) + (p / 256)))];
        Assert.True(Write(s => PngWriter.WriteGray(s, 256, 256, ramp)).Length < 2000);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        byte[] pixels = Noise(100);
        Assert.Equal(Write(s => PngWriter.WriteGray(s, 10, 10, pixels)), Write(s => PngWriter.WriteGray(s, 10, 10, pixels)));
    }

    [Fact]
    public void Write_WrongNumberOfPixels_SaysHowMany()
    {
        var error = Assert.Throws<ArgumentException>(() => Write(s => PngWriter.WriteRgb(s, 2, 2, new byte[4])));
        Assert.Contains("takes 12 bytes, not 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteIndexed_PlaceBeyondThePalette_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Write(s => PngWriter.WriteIndexed(s, 1, 1, [1], [0, 0, 0])));

    private static byte[] Noise(int count)
    {
        var bytes = new byte[count];
        new Random(3).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Write(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static (int Depth, int ColorType) Header(byte[] file, int width, int height)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        byte[] header = Chunk(file, "IHDR");
        Assert.Equal((width, height), (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4))));
        Assert.Empty(Chunk(file, "IEND"));
        return (header[8], header[9]);
    }

    private static byte[] Chunk(byte[] file, string type)
    {
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            byte[] data = file[(at + 8)..(at + 8 + length)];
            Assert.Equal(Crc(file.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            if (Encoding.ASCII.GetString(file, at + 4, 4) == type) return data;
            at += length + 12;
        }

        throw new InvalidOperationException($"The file has no chunk {type}.");
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }

    private static byte[] Unfilter(byte[] packed, int width, int height, int step)
    {
        using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        int stride = width * step;
        var pixels = new byte[stride * height];
        for (int y = 0; y < height; y++)
        {
            int filter = zlib.ReadByte();
            for (int x = 0; x < stride; x++)
            {
                int a = x >= step ? pixels[(y * stride) + x - step] : 0, b = y > 0 ? pixels[((y - 1) * stride) + x] : 0;
                int c = x >= step && y > 0 ? pixels[((y - 1) * stride) + x - step] : 0;
                pixels[(y * stride) + x] = (byte)(zlib.ReadByte() + filter switch { 0 => 0, 1 => a, 2 => b, 3 => (a + b) / 2, 4 => Paeth(a, b, c), _ => throw new InvalidDataException() });
            }
        }

        Assert.Equal(-1, zlib.ReadByte());
        return pixels;
    }

    private static int Paeth(int a, int b, int c) =>
        new[] { (a, Order: 0), (b, Order: 1), (c, Order: 2) }.OrderBy(p => Math.Abs(a + b - c - p.Item1)).ThenBy(p => p.Order).First().Item1;
}
