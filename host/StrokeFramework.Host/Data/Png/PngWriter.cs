using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace StrokeFramework.Host.Data.Png;

/// <summary>
/// Writes 8-bit PNG pictures: gray, RGB or with a palette. The same pixels give the same bytes. Rows run from top to
/// bottom, pixels from left to right.
/// </summary>
public static class PngWriter
{
    private const byte Gray = 0, Rgb = 2, Indexed = 3;
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Writes a gray picture.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="width">Pixels per row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="pixels">One byte per pixel, 0 black.</param>
    /// <exception cref="ArgumentException">The pixels do not fill the picture.</exception>
    public static void WriteGray(Stream stream, int width, int height, ReadOnlySpan<byte> pixels) =>
        Write(stream, width, height, pixels, Gray, 1, [], []);

    /// <summary>Writes a color picture.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="width">Pixels per row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="pixels">Red, green and blue per pixel.</param>
    /// <exception cref="ArgumentException">The pixels do not fill the picture.</exception>
    public static void WriteRgb(Stream stream, int width, int height, ReadOnlySpan<byte> pixels) =>
        Write(stream, width, height, pixels, Rgb, 3, [], []);

    /// <summary>Writes a picture whose pixels are places in a palette.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="width">Pixels per row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="pixels">One palette place per pixel.</param>
    /// <param name="palette">Red, green and blue of each place; 1 to 256 places.</param>
    /// <param name="opacity">Opacity of the first places, 255 opaque; places beyond are opaque. May be empty.</param>
    /// <exception cref="ArgumentException">The pixels do not fill the picture or point beyond the palette.</exception>
    public static void WriteIndexed(Stream stream, int width, int height, ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> opacity = default)
    {
        if (palette.Length is 0 or > 768 || palette.Length % 3 != 0)
            throw new ArgumentException($"A palette has 1 to 256 colors of three bytes, not {palette.Length} bytes.", nameof(palette));
        if (opacity.Length > palette.Length / 3)
            throw new ArgumentException($"There are {opacity.Length} opacities for {palette.Length / 3} colors.", nameof(opacity));
        if (pixels.ContainsAnyExceptInRange((byte)0, (byte)((palette.Length / 3) - 1)))
            throw new ArgumentException($"A pixel points beyond the palette of {palette.Length / 3} colors.", nameof(pixels));
        Write(stream, width, height, pixels, Indexed, 1, palette, opacity);
    }

    private static void Write(Stream stream, int width, int height, ReadOnlySpan<byte> pixels, byte colorType, int step, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> opacity)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (pixels.Length != (long)width * height * step)
            throw new ArgumentException($"A picture of {width}x{height} takes {(long)width * height * step} bytes, not {pixels.Length}.", nameof(pixels));

        stream.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = colorType;
        header[10..].Clear();
        WriteChunk(stream, "IHDR"u8, header);
        if (!palette.IsEmpty) WriteChunk(stream, "PLTE"u8, palette);
        if (!opacity.IsEmpty) WriteChunk(stream, "tRNS"u8, opacity);
        WriteChunk(stream, "IDAT"u8, Compress(pixels, width * step, step, filtered: colorType != Indexed));
        WriteChunk(stream, "IEND"u8, []);
    }

    private static ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> pixels, int stride, int step, bool filtered)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            byte[] line = new byte[stride + 1], trial = new byte[stride + 1], above = new byte[stride];
            for (int start = 0; start < pixels.Length; start += stride)
            {
                ReadOnlySpan<byte> row = pixels.Slice(start, stride);
                // Palette places are names, not brightness: predicting them from neighbors does not help.
                if (filtered) PngFilter.Apply(row, above, step, line, trial);
                else row.CopyTo(line.AsSpan(1));
                zlib.Write(line);
                row.CopyTo(above);
            }
        }

        return packed.GetBuffer().AsSpan(0, (int)packed.Length);
    }

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(data);
        var crc = new Crc32();
        crc.Append(type);
        crc.Append(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, crc.GetCurrentHashAsUInt32());
        stream.Write(number);
    }
}
