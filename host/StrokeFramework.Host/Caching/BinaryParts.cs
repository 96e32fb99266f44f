using System.Runtime.InteropServices;

namespace StrokeFramework.Host.Caching;

/// <summary>Writes and reads the small parts that values consist of.</summary>
internal static class BinaryParts
{
    public static void WriteText(this BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null) writer.Write(text);
    }

    public static string? ReadText(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    public static void WriteList<T>(this BinaryWriter writer, IReadOnlyCollection<T> items, Action<T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (T item in items) write(item);
    }

    public static List<T> ReadList<T>(this BinaryReader reader, Func<T> read)
    {
        int count = reader.Read7BitEncodedInt();
        List<T> items = [];
        for (int n = 0; n < count; n++) items.Add(read());
        return items;
    }

    public static void WriteNumbers(this BinaryWriter writer, ReadOnlySpan<double> values)
    {
        writer.Write7BitEncodedInt(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    public static double[] ReadNumbers(this BinaryReader reader)
    {
        byte[] bytes = reader.ReadBytes(checked(reader.Read7BitEncodedInt() * sizeof(double)));
        return MemoryMarshal.Cast<byte, double>(bytes).ToArray();
    }

    public static void WriteOptional(this BinaryWriter writer, double? value)
    {
        writer.Write(value.HasValue);
        writer.Write(value ?? 0);
    }

    public static double? ReadOptional(this BinaryReader reader)
    {
        bool known = reader.ReadBoolean();
        double value = reader.ReadDouble();
        return known ? value : null;
    }

    public static void WriteGeometry(this BinaryWriter writer, VolumeGeometry geometry)
    {
        (GridSize size, AffineTransform map) = (geometry.Size, geometry.IndexToWorld);
        writer.Write(size.I);
        writer.Write(size.J);
        writer.Write(size.K);
        foreach (Point3 column in (ReadOnlySpan<Point3>)[map.ColumnI, map.ColumnJ, map.ColumnK, map.Origin])
        {
            writer.Write(column.X);
            writer.Write(column.Y);
            writer.Write(column.Z);
        }
    }

    public static VolumeGeometry ReadGeometry(this BinaryReader reader)
    {
        var size = new GridSize(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        return new(size, new(ReadPoint(reader), ReadPoint(reader), ReadPoint(reader), ReadPoint(reader)));
    }

    public static void WriteMask(this BinaryWriter writer, Volume<byte>? mask)
    {
        writer.Write(mask is not null);
        if (mask is null) return;
        writer.WriteGeometry(mask.Geometry);
        RunLength.Write(writer, mask.Span);
    }

    public static Volume<byte>? ReadMask(this BinaryReader reader)
    {
        if (!reader.ReadBoolean()) return null;
        VolumeGeometry geometry = reader.ReadGeometry();
        var voxels = new byte[geometry.Size.Count];
        RunLength.Read(reader, voxels);
        return new(geometry, voxels);
    }

    private static Point3 ReadPoint(BinaryReader reader) => new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
}
