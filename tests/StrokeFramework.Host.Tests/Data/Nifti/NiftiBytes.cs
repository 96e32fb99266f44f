using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace StrokeFramework.Host.Tests.Data;

/// <summary>Lays out NIfTI-1 bytes field by field, from the offsets of the published standard.</summary>
internal sealed class NiftiBytes
{
    private readonly byte[] _header = new byte[352];
    private readonly bool _big;
    private byte[] _voxels = [];

    public NiftiBytes(bool bigEndian = false)
    {
        _big = bigEndian;
        Int32(0, 348);
        Float(108, 352);
        Float(112, 1);
        Encoding.ASCII.GetBytes("n+1\0").CopyTo(_header, 344);
        _header[123] = 2;
        Dims(3, 1, 1, 1);
        Pixdim(1, 1, 1, 1);
    }

    public NiftiBytes Dims(params short[] dim)
    {
        for (int n = 0; n < 8; n++) Int16(40 + (2 * n), n < dim.Length ? dim[n] : (short)1);
        return this;
    }

    public NiftiBytes Pixdim(params float[] pixdim)
    {
        for (int n = 0; n < pixdim.Length; n++) Float(76 + (4 * n), pixdim[n]);
        return this;
    }

    public NiftiBytes Type(short code, short bits)
    {
        Int16(70, code);
        return Int16(72, bits);
    }

    public NiftiBytes Scale(float slope, float intercept) => Float(112, slope).Float(116, intercept);

    public NiftiBytes Sform(short code, params float[] rows)
    {
        Int16(254, code);
        for (int n = 0; n < 12; n++) Float(280 + (4 * n), rows[n]);
        return this;
    }

    public NiftiBytes Qform(short code, params float[] quaternionThenOffset)
    {
        Int16(252, code);
        for (int n = 0; n < 6; n++) Float(256 + (4 * n), quaternionThenOffset[n]);
        return this;
    }

    public NiftiBytes Byte(int offset, byte value)
    {
        _header[offset] = value;
        return this;
    }

    public NiftiBytes Int16(int offset, short value)
    {
        if (_big) BinaryPrimitives.WriteInt16BigEndian(_header.AsSpan(offset), value);
        else BinaryPrimitives.WriteInt16LittleEndian(_header.AsSpan(offset), value);
        return this;
    }

    public NiftiBytes Int32(int offset, int value)
    {
        if (_big) BinaryPrimitives.WriteInt32BigEndian(_header.AsSpan(offset), value);
        else BinaryPrimitives.WriteInt32LittleEndian(_header.AsSpan(offset), value);
        return this;
    }

    public NiftiBytes Float(int offset, float value) => Int32(offset, BitConverter.SingleToInt32Bits(value));

    /// <summary>Voxels from their bytes, most significant first, reversed for little endian.</summary>
    public NiftiBytes Voxels(IEnumerable<byte[]> mostSignificantFirst)
    {
        _voxels = [.. mostSignificantFirst.SelectMany(v => _big ? v : Enumerable.Reverse(v))];
        return this;
    }

    public NiftiBytes Voxels(params byte[] bytes)
    {
        _voxels = bytes;
        return this;
    }

    /// <summary>A 16-bit signed volume holding 0, 1, 2, …</summary>
    public NiftiBytes Ramp(short i, short j, short k)
    {
        Dims(3, i, j, k).Type(4, 16);
        return Voxels(Enumerable.Range(0, i * j * k).Select(n => new[] { (byte)(n >> 8), (byte)n }));
    }

    public byte[] ToArray() => [.. _header, .. _voxels];

    public byte[] ToGzip() => Gzip(ToArray());

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
