using System.Buffers.Binary;
using System.Text;

namespace StrokeFramework.Host.Data;

/// <summary>
/// A NIfTI-1 header as it stands in the file, with the fields that this program reads. The bytes are kept, so that a
/// result can carry the very geometry of its input.
/// </summary>
public sealed class NiftiHeader
{
    /// <summary>Length of a NIfTI-1 header, in bytes.</summary>
    public const int Length = 348;

    private readonly byte[] _raw;

    /// <summary>Wraps the bytes of a header that has passed the reader's checks.</summary>
    internal NiftiHeader(byte[] raw, bool bigEndian)
        : this(raw, bigEndian, default)
    {
    }

    private NiftiHeader(byte[] raw, bool bigEndian, ReadOnlyMemory<byte> extensions) =>
        (_raw, IsBigEndian, Extensions) = (raw, bigEndian, extensions);

    /// <summary>The 348 bytes as read.</summary>
    public ReadOnlyMemory<byte> Raw => _raw;

    /// <summary>
    /// What stands between the header and the voxels, as read: four bytes that say whether extensions follow, then the
    /// extensions. Empty when there is nothing.
    /// </summary>
    public ReadOnlyMemory<byte> Extensions { get; }

    /// <summary>True when the most significant byte comes first.</summary>
    public bool IsBigEndian { get; }

    /// <summary>Voxels along i, j and k; axes that the file does not have count as 1.</summary>
    public GridSize Size => new(Extent(1), Extent(2), Extent(3));

    /// <summary>How a voxel is stored.</summary>
    public NiftiDatatype Datatype => (NiftiDatatype)Int16(NiftiOffsets.Datatype);

    /// <summary>Factor from stored to real values; 0 means that values are stored as they are.</summary>
    public float Slope => Single(NiftiOffsets.Slope);

    /// <summary>Added to the scaled values; of no meaning when <see cref="Slope"/> is 0.</summary>
    public float Intercept => Single(NiftiOffsets.Intercept);

    /// <summary>What the quaternion refers to: 0 none, 1 scanner, 2 aligned to another image, 3 Talairach, 4 MNI.</summary>
    public short QformCode => Int16(NiftiOffsets.QformCode);

    /// <summary>What the matrix refers to: 0 none, 1 scanner, 2 aligned to another image, 3 Talairach, 4 MNI.</summary>
    public short SformCode => Int16(NiftiOffsets.SformCode);

    /// <summary>Free text, at most 79 characters.</summary>
    public string Description => Text(NiftiOffsets.Description, 80);

    /// <summary>The unit code of distances: 0 unknown, 1 metre, 2 millimetre, 3 micrometre.</summary>
    internal int SpatialUnit => _raw[NiftiOffsets.Units] & 7;

    internal NiftiHeader WithExtensions(ReadOnlyMemory<byte> extensions) => new(_raw, IsBigEndian, extensions);

    /// <summary>Entry of the <c>dim</c> array as it stands.</summary>
    internal short Dim(int index) => Int16(NiftiOffsets.Dim + (2 * index));

    /// <summary>Entry of the <c>pixdim</c> array as it stands.</summary>
    internal float Pixdim(int index) => Single(NiftiOffsets.Pixdim + (4 * index));

    internal short Int16(int offset)
    {
        ReadOnlySpan<byte> at = _raw.AsSpan(offset);
        return IsBigEndian ? BinaryPrimitives.ReadInt16BigEndian(at) : BinaryPrimitives.ReadInt16LittleEndian(at);
    }

    internal float Single(int offset)
    {
        ReadOnlySpan<byte> at = _raw.AsSpan(offset);
        return IsBigEndian ? BinaryPrimitives.ReadSingleBigEndian(at) : BinaryPrimitives.ReadSingleLittleEndian(at);
    }

    private int Extent(int axis) => axis <= Dim(0) ? Dim(axis) : 1;

    private string Text(int offset, int length)
    {
        ReadOnlySpan<byte> bytes = _raw.AsSpan(offset, length);
        int end = bytes.IndexOf((byte)0);
        return Encoding.Latin1.GetString(end < 0 ? bytes : bytes[..end]);
    }
}
