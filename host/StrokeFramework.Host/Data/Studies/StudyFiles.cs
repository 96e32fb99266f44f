namespace StrokeFramework.Host.Data;

/// <summary>Reads the files of one study, keeping their hashes and what there is to say about them.</summary>
internal sealed class StudyFiles(CancellationToken cancellationToken)
{
    private readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    /// <summary>SHA-256 of every file read so far.</summary>
    public IReadOnlyDictionary<string, string> Hashes => _hashes;

    /// <summary>Sentences on what may make the result wrong.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Sentences worth knowing.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Reads an image, NIfTI or PNG.</summary>
    /// <returns>The values, the NIfTI header if there is one, and the bit depth if the file states it.</returns>
    public (Volume<float> Volume, NiftiHeader? Header, int? Bits) ReadImage(string path)
    {
        using var stream = new HashingStream(InputFile.Open(path));
        if (path.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
        {
            PngImage picture = PngReader.Read(stream, path);
            Warnings.AddRange(picture.Warnings);
            _hashes[path] = stream.Finish();
            return (picture.Volume, null, picture.BitDepth);
        }

        NiftiImage image = NiftiFile.Read(stream, path, cancellationToken);
        Warnings.AddRange(image.Warnings);
        _hashes[path] = stream.Finish();
        return (image.Volume, image.Header, null);
    }

    /// <summary>Reads a small file whole.</summary>
    public byte[] ReadBytes(string path)
    {
        using var stream = new HashingStream(InputFile.Open(path));
        using var content = new MemoryStream();
        try
        {
            stream.CopyTo(content);
        }
        catch (IOException e)
        {
            throw InputFile.Translate(e, path);
        }

        _hashes[path] = stream.Finish();
        return content.ToArray();
    }
}
