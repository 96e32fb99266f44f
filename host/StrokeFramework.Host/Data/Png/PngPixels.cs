using System.Buffers.Binary;
using System.IO.Compression;

namespace StrokeFramework.Host.Data;

/// <summary>Unpacks the rows of a PNG and makes one gray value per pixel.</summary>
internal static class PngPixels
{
    /// <summary>The gray values, row by row from the top.</summary>
    /// <exception cref="DataException">The data is damaged or holds real color or transparency.</exception>
    public static float[] Unpack(PngHeader header, Stream compressed, string file)
    {
        float[] gray = Allocate(header, file);
        int step = header.PixelBytes;
        var above = new byte[header.RowBytes];
        var row = new byte[header.RowBytes];
        using var rows = new ZLibStream(compressed, CompressionMode.Decompress);
        try
        {
            for (int y = 0; y < header.Height; y++)
            {
                int filter = rows.ReadByte();
                rows.ReadExactly(row);
                Restore(filter, row, above, step, file);
                ToGray(header, row, gray.AsSpan(y * header.Width, header.Width), file);
                (above, row) = (row, above);
            }

            // Reading on to the end makes the decompressor compare its checksum.
            if (rows.ReadByte() >= 0) throw new DataException($"'{file}' is damaged: it holds more pixels than its PNG header says.");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new DataException($"'{file}' is damaged: its pixels cannot be unpacked. Copy or export the file again.", e);
        }

        return gray;
    }

    private static float[] Allocate(PngHeader header, string file)
    {
        try
        {
            if (header.RowBytes <= Array.MaxLength) return GC.AllocateUninitializedArray<float>(header.Width * header.Height);
        }
        catch (OutOfMemoryException e)
        {
            throw new DataException($"'{file}' claims {header.Width}x{header.Height} pixels, more than the memory of this machine holds.", e);
        }

        throw new DataException($"'{file}' claims {header.Width}x{header.Height} pixels, more than one picture can hold.");
    }

    /// <summary>Undoes a row's filter (PNG specification, section 9).</summary>
    private static void Restore(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step, string file)
    {
        if (filter is < 0 or > 4) throw new DataException($"'{file}' is damaged: a row of pixels has a filter that does not exist.");
        for (int x = 0; x < row.Length; x++)
        {
            int left = x < step ? 0 : row[x - step];
            int up = above[x];
            int predicted = filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, x < step ? 0 : above[x - step]),
                _ => 0,
            };
            row[x] = (byte)(row[x] + predicted);
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        int guess = left + up - corner;
        (int fromLeft, int fromUp, int fromCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        if (fromLeft <= fromUp && fromLeft <= fromCorner) return left;
        return fromUp <= fromCorner ? up : corner;
    }

    private static void ToGray(PngHeader header, ReadOnlySpan<byte> row, Span<float> gray, string file)
    {
        int bytes = header.BitDepth / 8;
        int opaque = (1 << header.BitDepth) - 1;
        for (int x = 0; x < gray.Length; x++)
        {
            ReadOnlySpan<byte> pixel = row.Slice(x * header.PixelBytes, header.PixelBytes);
            int first = Sample(pixel, 0, bytes);
            if (header.Channels >= 3 && (Sample(pixel, 1, bytes) != first || Sample(pixel, 2, bytes) != first))
                throw new DataException($"'{file}' is a color picture, and gray values are needed. Export the scan itself, not a colored map or a screenshot, as 8- or 16-bit grayscale.");
            if (header.HasOpacity && Sample(pixel, header.Channels - 1, bytes) != opaque)
                throw new DataException($"'{file}' has transparent pixels, whose gray value cannot be told. Save it as 8- or 16-bit grayscale without transparency.");
            gray[x] = first;
        }
    }

    private static int Sample(ReadOnlySpan<byte> pixel, int channel, int bytes) =>
        bytes == 1 ? pixel[channel] : BinaryPrimitives.ReadUInt16BigEndian(pixel[(2 * channel)..]);
}
