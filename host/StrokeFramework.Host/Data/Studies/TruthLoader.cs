namespace StrokeFramework.Host.Data;

/// <summary>Reads lesion masks and checks that they lie on their study's grid.</summary>
public static class TruthLoader
{
    /// <summary>Reads a mask; every label other than 0 is lesion.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="grid">The study's grid; null takes the mask as it lies, for whoever looks at the truth alone.</param>
    /// <param name="cancellationToken">Looked at while reading.</param>
    /// <exception cref="DataException">The file cannot be used, holds no labels, or lies on another grid.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LoadedTruth Load(TruthSource source, VolumeGeometry? grid, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var stream = new HashingStream(InputFile.Open(source.Mask));
        (VolumeGeometry geometry, byte[] mask, IReadOnlyList<string> warnings) = source.Mask.EndsWith(".png", StringComparison.OrdinalIgnoreCase)
            ? ReadPicture(stream, source.Mask)
            : ReadVolume(stream, source.Mask, cancellationToken);
        if (grid is not null) Demand(source, geometry, grid);
        return new(source, new(grid ?? geometry, mask), stream.Finish(), warnings);
    }

    /// <summary>Checks that a mask lies on its study's grid.</summary>
    /// <exception cref="DataException">It does not; the message says how they differ.</exception>
    internal static void Demand(TruthSource source, VolumeGeometry geometry, VolumeGeometry grid)
    {
        if (grid.DescribeMismatch(geometry) is { } mismatch)
            throw new DataException($"The lesion mask '{source.Mask}' does not lie on the grid of its study: {mismatch}. Resample it (nearest neighbour) onto the DWI's grid.");
    }

    private static (VolumeGeometry Geometry, byte[] Mask, IReadOnlyList<string> Warnings) ReadVolume(Stream stream, string path, CancellationToken cancellationToken)
    {
        NiftiLabels labels = NiftiFile.ReadLabels(stream, path, cancellationToken);
        return (labels.Geometry, Binary(labels.Volume.Span, static label => label != 0), labels.Warnings);
    }

    private static (VolumeGeometry Geometry, byte[] Mask, IReadOnlyList<string> Warnings) ReadPicture(Stream stream, string path)
    {
        PngImage picture = PngReader.Read(stream, path);
        return (picture.Volume.Geometry, Binary(picture.Volume.Span, static gray => gray != 0), picture.Warnings);
    }

    private static byte[] Binary<T>(ReadOnlySpan<T> values, Func<T, bool> isLesion)
    {
        var mask = new byte[values.Length];
        for (int n = 0; n < mask.Length; n++) mask[n] = isLesion(values[n]) ? (byte)1 : (byte)0;
        return mask;
    }
}
