using System.Buffers.Binary;
using System.Text;

namespace StrokeFramework.Host.Data;

/// <summary>Makes the 352 bytes that precede the voxels of a file to be written.</summary>
internal sealed class NiftiHeaderBuilder
{
    private const short ScannerSpace = 1;

    private readonly byte[] _bytes = new byte[NiftiHeaderParser.FirstVoxelOffset];
    private readonly bool _bigEndian;

    private NiftiHeaderBuilder(bool bigEndian) => _bigEndian = bigEndian;

    /// <summary>
    /// A header whose size and place in space are the template's, byte for byte. What describes the template's values,
    /// text and timing is cleared: it would not be true of another image.
    /// </summary>
    public static byte[] FromTemplate(NiftiHeader template, NiftiDatatype type, string description)
    {
        var builder = new NiftiHeaderBuilder(template.IsBigEndian);
        template.Raw.Span.CopyTo(builder._bytes);
        builder.Clear(4, 38);
        builder.Clear(56, NiftiOffsets.Datatype);
        builder.Clear(74, NiftiOffsets.Pixdim);
        builder.Clear(120, NiftiOffsets.Units);
        builder.Clear(NiftiOffsets.DisplayMaximum, NiftiOffsets.QformCode);
        builder.Clear(328, NiftiOffsets.Magic);
        builder.Describe(type, description);
        return builder._bytes;
    }

    /// <summary>A header in millimetres whose matrix and, where the axes are at right angles, quaternion say the geometry.</summary>
    public static byte[] FromGeometry(VolumeGeometry geometry, NiftiDatatype type, string description)
    {
        var builder = new NiftiHeaderBuilder(bigEndian: false);
        GridSize size = geometry.Size;
        short[] dim = [3, Extent(size.I), Extent(size.J), Extent(size.K), 1, 1, 1, 1];
        for (int n = 0; n < dim.Length; n++) builder.Put(NiftiOffsets.Dim + (2 * n), dim[n]);
        builder._bytes[NiftiOffsets.Units] = 2;
        builder.PutMatrix(geometry.IndexToWorld);
        builder.PutQuaternion(geometry);
        builder.Describe(type, description);
        return builder._bytes;
    }

    private static short Extent(int size) => size <= short.MaxValue
        ? (short)size
        : throw new DataException($"An axis of {size} voxels is longer than NIfTI-1 can store (32767).");

    private void Describe(NiftiDatatype type, string description)
    {
        Put(0, NiftiHeader.Length);
        Put(NiftiOffsets.Datatype, (short)type);
        Put(NiftiOffsets.BitsPerVoxel, (short)(8 * NiftiHeaderParser.BytesPerVoxel(type)));
        Put(NiftiOffsets.VoxelOffset, (float)NiftiHeaderParser.FirstVoxelOffset);
        Put(NiftiOffsets.Slope, 1f);
        Put(NiftiOffsets.Intercept, 0f);
        byte[] text = Encoding.Latin1.GetBytes(description);
        text.AsSpan(0, Math.Min(text.Length, 79)).CopyTo(_bytes.AsSpan(NiftiOffsets.Description));
        "n+1\0"u8.CopyTo(_bytes.AsSpan(NiftiOffsets.Magic));
    }

    private void PutMatrix(AffineTransform map)
    {
        Put(NiftiOffsets.SformCode, ScannerSpace);
        for (int row = 0; row < 3; row++)
        {
            double[] values = [map.ColumnI[row], map.ColumnJ[row], map.ColumnK[row], map.Origin[row]];
            for (int column = 0; column < 4; column++) Put(NiftiOffsets.SformRows + (16 * row) + (4 * column), (float)values[column]);
        }
    }

    private void PutQuaternion(VolumeGeometry geometry)
    {
        Point3 spacing = geometry.Spacing;
        RotationQuaternion? rotation = RotationQuaternion.From(geometry.IndexToWorld);
        double[] pixdim = [rotation?.Flip ?? 1, spacing.X, spacing.Y, spacing.Z];
        for (int n = 0; n < pixdim.Length; n++) Put(NiftiOffsets.Pixdim + (4 * n), (float)pixdim[n]);
        if (rotation is not { } q) return;
        Point3 origin = geometry.IndexToWorld.Origin;
        double[] fields = [q.B, q.C, q.D, origin.X, origin.Y, origin.Z];
        Put(NiftiOffsets.QformCode, ScannerSpace);
        for (int n = 0; n < fields.Length; n++) Put(NiftiOffsets.QuaternionB + (4 * n), (float)fields[n]);
    }

    private void Clear(int from, int to) => _bytes.AsSpan(from..to).Clear();

    private void Put(int offset, short value)
    {
        if (_bigEndian) BinaryPrimitives.WriteInt16BigEndian(_bytes.AsSpan(offset), value);
        else BinaryPrimitives.WriteInt16LittleEndian(_bytes.AsSpan(offset), value);
    }

    private void Put(int offset, int value)
    {
        if (_bigEndian) BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(offset), value);
        else BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(offset), value);
    }

    private void Put(int offset, float value) => Put(offset, BitConverter.SingleToInt32Bits(value));
}
