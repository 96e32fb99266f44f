using System.Buffers.Binary;

namespace StrokeFramework.Host.Data;

/// <summary>Reads and judges the 348 bytes of a header: what is refused here is refused in a sentence.</summary>
internal static class NiftiHeaderParser
{
    /// <summary>Where voxels may start at the earliest in a single file: the header and four bytes of extension flag.</summary>
    public const int FirstVoxelOffset = 352;

    private const int LargestVoxelOffset = 1 << 26;

    /// <summary>Checks a header.</summary>
    /// <param name="raw">The first bytes of the (decompressed) file, 348 of them or fewer when it is shorter.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static NiftiHeader Parse(byte[] raw, string file)
    {
        int size = raw.Length < 4 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(raw);
        int swapped = BinaryPrimitives.ReverseEndianness(size);
        if (size == 540 || swapped == 540)
            throw new DataException($"'{file}' is a NIfTI-2 file, and only NIfTI-1 is read. Convert it, for example with nibabel or 'mrconvert'.");
        if (size != NiftiHeader.Length && swapped != NiftiHeader.Length)
            throw new DataException($"'{file}' is not a NIfTI-1 file: it does not start with a NIfTI-1 header.");
        if (raw.Length < NiftiHeader.Length)
            throw new DataException($"'{file}' is truncated: it ends after {raw.Length} of the 348 bytes of its header.");

        var header = new NiftiHeader(raw, bigEndian: swapped == NiftiHeader.Length);
        CheckMagic(raw, file);
        CheckDimensions(header, file);
        CheckDatatype(header, file);
        return header;
    }

    /// <summary>Bytes of one stored voxel; 0 for types that are refused.</summary>
    public static int BytesPerVoxel(NiftiDatatype type) => type switch
    {
        NiftiDatatype.UInt8 or NiftiDatatype.Int8 => 1,
        NiftiDatatype.Int16 or NiftiDatatype.UInt16 => 2,
        NiftiDatatype.Int32 or NiftiDatatype.UInt32 or NiftiDatatype.Float32 => 4,
        NiftiDatatype.Int64 or NiftiDatatype.UInt64 or NiftiDatatype.Float64 => 8,
        _ => 0,
    };

    /// <summary>Where the voxels start, in bytes from the start of the file.</summary>
    public static int VoxelOffset(NiftiHeader header, string file, List<string> warnings)
    {
        float offset = header.Single(NiftiOffsets.VoxelOffset);
        if (offset == 0)
        {
            warnings.Add($"'{file}' says that its voxels start at byte 0, inside the header; they are read from byte 352.");
            return FirstVoxelOffset;
        }

        if (!(offset >= FirstVoxelOffset && offset <= LargestVoxelOffset) || offset != MathF.Floor(offset))
            throw new DataException(FormattableString.Invariant($"'{file}' is damaged: its header says that the voxels start at byte {offset}, which cannot be."));
        return (int)offset;
    }

    private static void CheckMagic(ReadOnlySpan<byte> raw, string file)
    {
        ReadOnlySpan<byte> magic = raw.Slice(NiftiOffsets.Magic, 4);
        if (magic.SequenceEqual("n+1\0"u8)) return;
        if (magic.SequenceEqual("ni1\0"u8))
            throw new DataException($"'{file}' is the header of a .hdr/.img pair, which is not read. Convert the pair to one .nii file, for example with 'fslchfiletype NIFTI_GZ'.");
        throw new DataException($"'{file}' is an Analyze 7.5 header or a damaged NIfTI-1 file: the mark 'n+1' is missing. Analyze files do not say left from right; convert the original images again, for example with dcm2niix.");
    }

    private static void CheckDimensions(NiftiHeader header, string file)
    {
        int count = header.Dim(0);
        if (count is < 1 or > 7)
            throw new DataException($"'{file}' is damaged: its header says that the image has {count} dimensions.");
        for (int axis = 1; axis <= count; axis++)
        {
            int extent = header.Dim(axis);
            if (extent < (axis <= 3 ? 1 : 0))
                throw new DataException($"'{file}' is damaged: its header gives dimension {axis} a size of {extent}.");
        }

        if (count >= 4 && header.Dim(4) > 1)
            throw new DataException($"'{file}' is a series of {header.Dim(4)} volumes, and one volume is needed. Take out the volume you mean, for example with 'fslroi', or give the trace image.");
        for (int axis = 5; axis <= count; axis++)
        {
            if (header.Dim(axis) > 1)
                throw new DataException($"'{file}' has {header.Dim(axis)} values per voxel (dimension {axis}), and one scalar volume is needed. Take out the volume you mean.");
        }

        GridSize size = header.Size;
        if (size.Count > Array.MaxLength)
            throw new DataException($"'{file}' claims {size} voxels, more than one volume can hold; its header is probably damaged.");
    }

    private static void CheckDatatype(NiftiHeader header, string file)
    {
        NiftiDatatype type = header.Datatype;
        string? refusal = type switch
        {
            NiftiDatatype.Complex64 or NiftiDatatype.Complex128 or NiftiDatatype.Complex256 =>
                "holds complex numbers, and a real image is needed. Store the magnitude instead",
            NiftiDatatype.Rgb24 or NiftiDatatype.Rgba32 => "holds colors, and an image of one number per voxel is needed. Give the map from before it was colored",
            NiftiDatatype.Binary => "stores one bit per voxel, which is not read. Store it as unsigned 8-bit integers",
            NiftiDatatype.Float128 => "stores 128-bit numbers, which are not read. Store it as 32-bit floating point",
            _ when BytesPerVoxel(type) == 0 => $"is damaged: its header names an unknown voxel type (code {(int)type})",
            _ => null,
        };
        if (refusal is not null) throw new DataException($"'{file}' {refusal}.");

        int bits = header.Int16(NiftiOffsets.BitsPerVoxel);
        if (bits != 0 && bits != 8 * BytesPerVoxel(type))
            throw new DataException($"'{file}' is damaged: its header says {bits} bits per voxel for a type of {8 * BytesPerVoxel(type)} bits.");
    }
}
