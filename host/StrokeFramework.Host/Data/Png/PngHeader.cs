using System.Buffers.Binary;

namespace StrokeFramework.Host.Data;

/// <summary>What a PNG file says of its pixels.</summary>
/// <param name="Width">Pixels along a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="BitDepth">Bits per sample.</param>
/// <param name="Channels">Samples per pixel: 1 gray, 2 gray and opacity, 3 color, 4 color and opacity.</param>
internal readonly record struct PngHeader(int Width, int Height, int BitDepth, int Channels)
{
    /// <summary>Bytes from a pixel to the same sample of the next.</summary>
    public int PixelBytes => Channels * BitDepth / 8;

    /// <summary>Bytes of one row, without the filter byte.</summary>
    public long RowBytes => (long)Width * PixelBytes;

    /// <summary>Whether the last sample of a pixel is its opacity.</summary>
    public bool HasOpacity => Channels is 2 or 4;

    /// <summary>Reads an IHDR chunk and refuses what is not read.</summary>
    public static PngHeader Parse(ReadOnlySpan<byte> chunk, string file)
    {
        if (chunk.Length != 13) throw new DataException($"'{file}' is damaged: its PNG header has {chunk.Length} bytes instead of 13.");
        uint width = BinaryPrimitives.ReadUInt32BigEndian(chunk);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]);
        if (width == 0 || height == 0 || (ulong)width * height > (ulong)Array.MaxLength)
            throw new DataException($"'{file}' is damaged: its PNG header claims {width}x{height} pixels.");
        (byte depth, byte color) = (chunk[8], chunk[9]);
        if (color == 3)
            throw new DataException($"'{file}' is a PNG with a color palette, and gray values are needed. Save it as 8- or 16-bit grayscale.");
        int channels = color switch { 0 => 1, 2 => 3, 4 => 2, 6 => 4, _ => 0 };
        if (channels == 0 || chunk[10] != 0 || chunk[11] != 0 || chunk[12] > 1)
            throw new DataException($"'{file}' is damaged: its PNG header names a color type or method that does not exist.");
        if (depth is not (8 or 16))
            throw new DataException($"'{file}' is a PNG with {depth} bits per sample, and 8 or 16 are read. Save it as 8- or 16-bit grayscale.");
        if (chunk[12] == 1)
            throw new DataException($"'{file}' is an interlaced PNG, which is not read. Save it without interlacing.");
        return new((int)width, (int)height, depth, channels);
    }
}
