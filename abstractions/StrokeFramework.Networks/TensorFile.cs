using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.Networks;

/// <summary>
/// Named tensors in a stream: the weights of a network, or the state of its training. The same tensors write the same
/// bytes. Layout, little-endian: the word <c>STROKETENSORS1</c>, their number, and for each in ordinal order of names
/// the name, the type, the shape and the values.
/// </summary>
public static class TensorFile
{
    private const int LongestName = 512, MostDimensions = 8;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("STROKETENSORS1");
    private static readonly ScalarType[] Types = [ScalarType.Float32, ScalarType.Float16, ScalarType.Int64, ScalarType.Byte, ScalarType.Float64];

    /// <summary>Writes tensors.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="tensors">By name; of float32, float16, float64, int64 or byte.</param>
    /// <param name="half">Whether float32 is written as float16, at half the size and with three digits.</param>
    /// <exception cref="ArgumentException">A tensor is of another type, or a name is too long.</exception>
    public static void Write(Stream stream, IReadOnlyDictionary<string, Tensor> tensors, bool half = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(tensors.Count);
        foreach ((string name, Tensor tensor) in tensors.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor plain = tensor.detach().cpu().contiguous();
            if (half && plain.dtype == ScalarType.Float32) plain = plain.to(ScalarType.Float16);
            int type = Array.IndexOf(Types, plain.dtype);
            if (type < 0) throw new ArgumentException($"The tensor '{name}' is of {plain.dtype}, which is not kept in files.", nameof(tensors));
            if (name.Length > LongestName || plain.shape.Length > MostDimensions) throw new ArgumentException($"The tensor '{name}' has too long a name or too many dimensions.", nameof(tensors));
            writer.Write(name);
            writer.Write((byte)type);
            writer.Write((byte)plain.shape.Length);
            foreach (long extent in plain.shape) writer.Write(extent);
            writer.Write(plain.bytes);
        }
    }

    /// <summary>Reads tensors. They belong to the caller, or to the caller's dispose scope.</summary>
    /// <exception cref="InvalidDataException">The stream holds something else, ends early, or goes on after the last tensor.</exception>
    public static IReadOnlyDictionary<string, Tensor> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic)) throw new InvalidDataException("these are no tensors of this framework");
            int count = reader.ReadInt32();
            for (int n = 0; n < count; n++)
            {
                string name = reader.ReadString();
                int type = reader.ReadByte();
                int dimensions = reader.ReadByte();
                if (name.Length > LongestName || type >= Types.Length || dimensions > MostDimensions) throw new InvalidDataException($"tensor {n + 1} is malformed");
                var shape = new long[dimensions];
                for (int d = 0; d < dimensions; d++) shape[d] = reader.ReadInt64();
                if (!tensors.TryAdd(name, ReadValues(reader, name, Types[type], shape))) throw new InvalidDataException($"the tensor '{name}' stands there twice");
            }

            if (count < 0 || stream.ReadByte() >= 0) throw new InvalidDataException("bytes follow the last tensor");
            return tensors;
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or FormatException or IOException)
        {
            foreach (Tensor tensor in tensors.Values) tensor.Dispose();
            throw new InvalidDataException($"The tensors cannot be read: {(e is EndOfStreamException ? "the data end early" : e.Message)}.", e);
        }
    }

    private static Tensor ReadValues(BinaryReader reader, string name, ScalarType type, long[] shape)
    {
        long elements = 1;
        foreach (long extent in shape)
        {
            if (extent < 0 || (extent > 0 && elements > int.MaxValue / extent)) throw new InvalidDataException($"the shape of '{name}' is impossible");
            elements *= extent;
        }

        long bytes = elements * SizeOf(type);
        if (bytes > int.MaxValue || (reader.BaseStream.CanSeek && bytes > reader.BaseStream.Length - reader.BaseStream.Position)) throw new EndOfStreamException();
        byte[] content = reader.ReadBytes((int)bytes);
        if (content.Length < bytes) throw new EndOfStreamException();
        Tensor tensor = empty(shape, dtype: type);
        if (bytes > 0) tensor.bytes = content;
        return tensor;
    }

    private static int SizeOf(ScalarType type) => type switch
    {
        ScalarType.Byte => 1,
        ScalarType.Float16 => 2,
        ScalarType.Float32 => 4,
        _ => 8,
    };
}
