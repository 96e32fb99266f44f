namespace StrokeFramework.Host.Data;

/// <summary>
/// Reads and writes NIfTI-1 images (<c>.nii</c> and <c>.nii.gz</c>, told apart by content). Every failure is a
/// <see cref="DataException"/> with sentences that name the file.
/// </summary>
public static class NiftiFile
{
    /// <summary>Reads an image: integers of 8 to 64 bits or 32- and 64-bit floating point, in either byte order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Looked at every few thousand voxels.</param>
    /// <exception cref="DataException">The file cannot be used; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static NiftiImage Read(string path, CancellationToken cancellationToken = default)
    {
        using FileStream stream = InputFile.Open(path);
        return Read(stream, path, cancellationToken);
    }

    /// <summary>Reads an image from a stream, which stays open and stands at its end afterwards.</summary>
    /// <param name="stream">The content, compressed or not, from its current position.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="cancellationToken">Looked at every few thousand voxels.</param>
    /// <exception cref="DataException">The content cannot be used; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static NiftiImage Read(Stream stream, string name, CancellationToken cancellationToken = default)
    {
        using NiftiReader reader = NiftiReader.Open(stream, name);
        NiftiHeader header = reader.ReadHeader();
        VolumeGeometry geometry = reader.ReadGeometry(header);
        float[] voxels = Allocate<float>(geometry.Size, name);
        long bad = 0;
        reader.ReadVoxels(header, Take, cancellationToken);
        if (bad > 0) reader.Warn($"'{name}' has {bad} voxels that are not finite numbers.");
        return new(header, new(geometry, voxels), bad, reader.Warnings);

        void Take(ReadOnlySpan<float> values, int first)
        {
            values.CopyTo(voxels.AsSpan(first));
            foreach (float value in values)
            {
                if (!float.IsFinite(value)) bad++;
            }
        }
    }

    /// <summary>Reads a mask or label map.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Looked at every few thousand voxels.</param>
    /// <exception cref="DataException">The file cannot be used, or a value is not a whole number from 0 to 255.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static NiftiLabels ReadLabels(string path, CancellationToken cancellationToken = default)
    {
        using FileStream stream = InputFile.Open(path);
        return ReadLabels(stream, path, cancellationToken);
    }

    /// <summary>Reads a mask or label map from a stream, which stays open.</summary>
    /// <param name="stream">The content, compressed or not, from its current position.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="cancellationToken">Looked at every few thousand voxels.</param>
    /// <exception cref="DataException">The content cannot be used, or a value is not a whole number from 0 to 255.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static NiftiLabels ReadLabels(Stream stream, string name, CancellationToken cancellationToken = default)
    {
        using NiftiReader reader = NiftiReader.Open(stream, name);
        NiftiHeader header = reader.ReadHeader();
        VolumeGeometry geometry = reader.ReadGeometry(header);
        byte[] labels = Allocate<byte>(geometry.Size, name);
        reader.ReadVoxels(header, Take, cancellationToken);
        return new(header, new(geometry, labels), reader.Warnings);

        void Take(ReadOnlySpan<float> values, int first)
        {
            for (int n = 0; n < values.Length; n++)
            {
                float value = values[n];
                byte label = (byte)value;
                if (label != value)
                    throw new DataException(FormattableString.Invariant($"'{name}' is not a mask or label map: voxel {first + n} has the value {value}, and only whole numbers from 0 to 255 are labels."));
                labels[first + n] = label;
            }
        }
    }

    /// <summary>
    /// Writes a mask or label map as unsigned 8-bit integers. The file appears when it is complete; the same input gives
    /// the same bytes.
    /// </summary>
    /// <param name="path">The file; compressed when its name ends in <c>.gz</c>. Missing folders are made.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="template">
    /// The header of the image that the labels belong to: size, sform, qform, codes, voxel size and units are taken over
    /// byte for byte, in its byte order. Null makes sform and qform from the geometry.
    /// </param>
    /// <param name="description">Free text for the header, cut after 79 characters.</param>
    /// <param name="cancellationToken">When signalled, no file is left.</param>
    /// <exception cref="ArgumentException">The labels do not lie on the template's grid.</exception>
    /// <exception cref="DataException">The file cannot be written; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void Write(string path, Volume<byte> labels, NiftiHeader? template = null, string description = "StrokeFramework", CancellationToken cancellationToken = default) =>
        NiftiWriter.Write(path, labels, NiftiDatatype.UInt8, template, description, cancellationToken);

    /// <summary>Writes an image as 32-bit floating point, otherwise like a mask.</summary>
    /// <param name="path">The file; compressed when its name ends in <c>.gz</c>. Missing folders are made.</param>
    /// <param name="image">The values.</param>
    /// <param name="template">The header whose geometry is taken over byte for byte, or null.</param>
    /// <param name="description">Free text for the header, cut after 79 characters.</param>
    /// <param name="cancellationToken">When signalled, no file is left.</param>
    /// <exception cref="ArgumentException">The image does not lie on the template's grid.</exception>
    /// <exception cref="DataException">The file cannot be written; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void Write(string path, Volume<float> image, NiftiHeader? template = null, string description = "StrokeFramework", CancellationToken cancellationToken = default) =>
        NiftiWriter.Write(path, image, NiftiDatatype.Float32, template, description, cancellationToken);

    private static T[] Allocate<T>(GridSize size, string file)
    {
        try
        {
            return GC.AllocateUninitializedArray<T>((int)size.Count);
        }
        catch (OutOfMemoryException e)
        {
            throw new DataException($"'{file}' claims {size} voxels, more than the memory of this machine holds.", e);
        }
    }
}
