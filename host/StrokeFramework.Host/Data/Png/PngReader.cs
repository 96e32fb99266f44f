namespace StrokeFramework.Host.Data;

/// <summary>
/// Reads 8- and 16-bit grayscale PNG pictures without loss. Color pictures whose pixels are all gray are taken as
/// gray; real color, palettes, transparency and interlacing are refused in a sentence.
/// </summary>
public static class PngReader
{
    private const long LargestFile = 1 << 30;

    // What programs write when they know nothing: 72 and 96 dots per inch.
    private static readonly uint[] ScreenResolutions = [2834, 2835, 3779, 3780];

    /// <summary>Reads a picture.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">The file cannot be used; the message says why and what to do.</exception>
    public static PngImage Read(string path)
    {
        using FileStream stream = InputFile.Open(path);
        return Read(stream, path);
    }

    /// <summary>Reads a picture from a stream, which stays open.</summary>
    /// <param name="stream">The content, from its current position to its end.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="DataException">The content cannot be used; the message says why and what to do.</exception>
    public static PngImage Read(Stream stream, string name)
    {
        PngChunks chunks = PngChunks.Read(ReadAll(stream, name), name);
        PngHeader header = chunks.Header;
        // DEFLATE packs no tighter than about 1 : 1030.
        if (header.RowBytes * header.Height / 1040 > chunks.Pixels.Length)
            throw new DataException($"'{name}' is damaged: it is too short for the {header.Width}x{header.Height} pixels that its PNG header claims.");

        float[] gray = PngPixels.Unpack(header, chunks.Pixels, name);
        var warnings = new List<string>();
        (double x, double y) = Spacing(chunks, name, warnings);
        var map = new AffineTransform(new(-x, 0, 0), new(0, -y, 0), new(0, 0, 1), default);
        return new(new(new VolumeGeometry(new(header.Width, header.Height, 1), map), gray), header.BitDepth, warnings);
    }

    private static (double X, double Y) Spacing(PngChunks chunks, string file, List<string> warnings)
    {
        if (chunks.PixelsPerMetre is not ({ } perX and > 0, { } perY and > 0))
        {
            warnings.Add($"'{file}' does not say how large a pixel is; 1 mm in every direction is assumed, so lengths, areas and volumes are counts of pixels.");
            return (1, 1);
        }

        (double x, double y) = (1000.0 / perX, 1000.0 / perY);
        string doubt = ScreenResolutions.Contains(perX) ? " That is a screen's resolution, which programs write when they do not know better." : "";
        warnings.Add(FormattableString.Invariant($"'{file}' says that a pixel measures {x:0.###}x{y:0.###} mm; a slice thickness of 1 mm is assumed, so volumes are areas times 1 mm.{doubt}"));
        return (x, y);
    }

    private static byte[] ReadAll(Stream stream, string file)
    {
        try
        {
            if ((stream.CanSeek || stream is HashingStream) && stream.Length > LargestFile) throw new DataException($"'{file}' is larger than 1 GB, which no slice is.");
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputFile.Translate(e, file);
        }
    }
}
