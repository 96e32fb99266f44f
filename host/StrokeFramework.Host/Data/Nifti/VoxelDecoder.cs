using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace StrokeFramework.Host.Data;

/// <summary>Turns stored voxels into numbers.</summary>
internal static class VoxelDecoder
{
    /// <summary>Decodes voxels of any readable type.</summary>
    /// <param name="type">How they are stored.</param>
    /// <param name="bytes">Whole voxels; their bytes are reversed in place when <paramref name="swap"/> is set.</param>
    /// <param name="swap">Whether the file's byte order is not this machine's.</param>
    /// <param name="scaling">From stored to real values.</param>
    /// <param name="values">Takes one number per voxel.</param>
    public static void Decode(NiftiDatatype type, Span<byte> bytes, bool swap, VoxelScaling scaling, Span<float> values)
    {
        if (swap) Reverse(bytes, NiftiHeaderParser.BytesPerVoxel(type));
        switch (type)
        {
            case NiftiDatatype.UInt8: Convert<byte>(bytes, scaling, values); break;
            case NiftiDatatype.Int8: Convert<sbyte>(bytes, scaling, values); break;
            case NiftiDatatype.Int16: Convert<short>(bytes, scaling, values); break;
            case NiftiDatatype.UInt16: Convert<ushort>(bytes, scaling, values); break;
            case NiftiDatatype.Int32: Convert<int>(bytes, scaling, values); break;
            case NiftiDatatype.UInt32: Convert<uint>(bytes, scaling, values); break;
            case NiftiDatatype.Int64: Convert<long>(bytes, scaling, values); break;
            case NiftiDatatype.UInt64: Convert<ulong>(bytes, scaling, values); break;
            case NiftiDatatype.Float32: Convert<float>(bytes, scaling, values); break;
            case NiftiDatatype.Float64: Convert<double>(bytes, scaling, values); break;
            default: throw new ArgumentOutOfRangeException(nameof(type), type, "This voxel type is not read.");
        }
    }

    /// <summary>Reverses the bytes of every element.</summary>
    public static void Reverse(Span<byte> bytes, int size)
    {
        switch (size)
        {
            case 2:
                Span<ushort> two = MemoryMarshal.Cast<byte, ushort>(bytes);
                BinaryPrimitives.ReverseEndianness(two, two);
                break;
            case 4:
                Span<uint> four = MemoryMarshal.Cast<byte, uint>(bytes);
                BinaryPrimitives.ReverseEndianness(four, four);
                break;
            case 8:
                Span<ulong> eight = MemoryMarshal.Cast<byte, ulong>(bytes);
                BinaryPrimitives.ReverseEndianness(eight, eight);
                break;
        }
    }

    private static void Convert<T>(ReadOnlySpan<byte> bytes, VoxelScaling scaling, Span<float> values)
        where T : unmanaged, INumberBase<T>
    {
        ReadOnlySpan<T> stored = MemoryMarshal.Cast<byte, T>(bytes);
        (double slope, double intercept) = (scaling.Slope, scaling.Intercept);
        if (scaling.IsIdentity)
        {
            for (int n = 0; n < stored.Length; n++) values[n] = (float)double.CreateTruncating(stored[n]);
        }
        else
        {
            for (int n = 0; n < stored.Length; n++) values[n] = (float)((double.CreateTruncating(stored[n]) * slope) + intercept);
        }
    }
}
