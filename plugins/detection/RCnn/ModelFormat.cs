using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StrokeFramework.RCnn.Network;

namespace StrokeFramework.RCnn;

/// <summary>
/// A model in bytes: a signature, the architecture as JSON behind its length, the weights at half precision, and the
/// SHA-256 of everything before.
/// </summary>
internal static class ModelFormat
{
    private const int LongestArchitecture = 10_000, LargestModel = 1 << 28;
    private static readonly byte[] Signature = Encoding.ASCII.GetBytes("RCNNMDL1");

    /// <summary>Writes a network.</summary>
    public static byte[] Write(RCnnNetwork network)
    {
        using var stream = new MemoryStream();
        stream.Write(Signature);
        byte[] architecture = JsonSerializer.SerializeToUtf8Bytes(network.Architecture, ArchitectureJson.Default.Architecture);
        stream.Write(BitConverter.GetBytes(architecture.Length));
        stream.Write(architecture);
        TensorFile.Write(stream, NetworkWeights.Of(network), half: true);
        stream.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="InvalidDataException">It holds something else, a newer format, or damaged bytes.</exception>
    public static (byte[] Content, RCnnNetwork Network) Read(Stream stream)
    {
        byte[] bytes = ReadAll(stream);
        ReadOnlySpan<byte> all = bytes;
        if (!all.StartsWith(Signature.AsSpan(0, 7))) throw new InvalidDataException("This is not a model of the R-CNN detector.");
        int body = bytes.Length - SHA256.HashSizeInBytes, start = Signature.Length + sizeof(int);
        if (body < start || !SHA256.HashData(all[..body]).AsSpan().SequenceEqual(all[body..])) throw new InvalidDataException("The model of the R-CNN detector is damaged or cut short: its checksum does not fit its content.");
        if (all[7] != Signature[7]) throw new InvalidDataException("The model of the R-CNN detector has a format that this plugin does not know. Install a newer version of the plugin.");
        int length = BitConverter.ToInt32(all[Signature.Length..]);
        if (length is < 2 or > LongestArchitecture || length > body - start) throw new InvalidDataException("The model of the R-CNN detector does not say what network it is.");
        Architecture architecture = ReadArchitecture(all.Slice(start, length));
        var network = new RCnnNetwork(architecture);
        using DisposeScope scope = NewDisposeScope();
        using var weights = new MemoryStream(bytes, start + length, body - start - length, writable: false);
        NetworkWeights.Put(network, TensorFile.Read(weights));
        network.eval();
        foreach (TorchSharp.Modules.Parameter parameter in network.parameters()) parameter.requires_grad = false;
        return (bytes, network);
    }

    private static Architecture ReadArchitecture(ReadOnlySpan<byte> json)
    {
        try
        {
            Architecture? architecture = JsonSerializer.Deserialize(json, ArchitectureJson.Default.Architecture);
            if (architecture is { Width: >= 8 and <= 64, Spacing: >= 0.5 and <= 4, AnchorSizes.Count: 3, Classes.Count: >= 1 and <= 100, Slices: 1 or 3 } && architecture.Width % 8 == 0
                && Enum.IsDefined(architecture.Mode) && Enum.IsDefined(architecture.Channels)
                && architecture.AnchorSizes.All(s => s is > 0 and < 1000) && architecture.Classes.SequenceEqual(architecture.Classes.Order(StringComparer.Ordinal)))
                return architecture;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The model of the R-CNN detector does not say what network it is: {e.Message}", e);
        }

        throw new InvalidDataException("The model of the R-CNN detector is of a network that cannot be.");
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var content = new MemoryStream();
        var chunk = new byte[1 << 16];
        for (int count = stream.Read(chunk); count > 0; count = stream.Read(chunk))
        {
            if (content.Length + count > LargestModel) throw new InvalidDataException("The model of the R-CNN detector is larger than 256 MiB, which cannot be.");
            content.Write(chunk, 0, count);
        }

        return content.ToArray();
    }
}
