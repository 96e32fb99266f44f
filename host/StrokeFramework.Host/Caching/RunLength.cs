namespace StrokeFramework.Host.Caching;

/// <summary>
/// Run-length code of masks and labels: pairs of a value and the length of its run, the length in groups of seven bits.
/// A mask of a million voxels takes some kilobytes and no time worth measuring.
/// </summary>
internal static class RunLength
{
    /// <summary>Writes voxels.</summary>
    public static void Write(BinaryWriter writer, ReadOnlySpan<byte> voxels)
    {
        while (!voxels.IsEmpty)
        {
            int run = voxels.IndexOfAnyExcept(voxels[0]);
            if (run < 0) run = voxels.Length;
            writer.Write(voxels[0]);
            writer.Write7BitEncodedInt(run);
            voxels = voxels[run..];
        }
    }

    /// <summary>Reads as many voxels as there is room for.</summary>
    /// <exception cref="InvalidDataException">A run is empty or does not fit.</exception>
    public static void Read(BinaryReader reader, Span<byte> voxels)
    {
        while (!voxels.IsEmpty)
        {
            byte value = reader.ReadByte();
            int run = reader.Read7BitEncodedInt();
            if (run < 1 || run > voxels.Length) throw new InvalidDataException("A run of voxels does not fit.");
            voxels[..run].Fill(value);
            voxels = voxels[run..];
        }
    }
}
