using System.Security.Cryptography;
using System.Text;

namespace StrokeFramework.Classification;

/// <summary>
/// What surrounds the content of a model file, all little-endian: a signature of eight letters and the format's number
/// before it, and at the end the SHA-256 of everything before.
/// </summary>
/// <param name="Signature">Eight ASCII characters that tell this kind of model from others.</param>
/// <param name="Version">The number of the format, from 1.</param>
/// <param name="Name">What the model is, as messages call it.</param>
internal sealed record ModelEnvelope(string Signature, int Version, string Name)
{
    private const int LargestModel = 1 << 30;

    /// <summary>Puts content into the envelope.</summary>
    public byte[] Seal(Action<BinaryWriter> content)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Encoding.ASCII.GetBytes(Signature));
        writer.Write(Version);
        content(writer);
        writer.Flush();
        writer.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads a stream to its end and takes the content out of the envelope.</summary>
    /// <exception cref="InvalidDataException">The stream holds something else, a newer format, or damaged bytes.</exception>
    public ReadOnlySpan<byte> Open(Stream stream)
    {
        byte[] bytes = ReadAll(stream);
        byte[] signature = Encoding.ASCII.GetBytes(Signature);
        if (!bytes.AsSpan().StartsWith(signature)) throw new InvalidDataException($"This is not a model of {Name}.");
        int body = bytes.Length - SHA256.HashSizeInBytes, start = signature.Length + sizeof(int);
        if (body < start) throw new InvalidDataException($"The model of {Name} is cut short.");
        int version = BitConverter.ToInt32(bytes, signature.Length);
        if (version > Version) throw new InvalidDataException($"The model of {Name} has format {version}, and this plugin reads {Version}. Install a newer version of the plugin.");
        if (version != Version) throw new InvalidDataException($"The model of {Name} has format {version}, which does not exist.");
        if (!SHA256.HashData(bytes.AsSpan(0, body)).AsSpan().SequenceEqual(bytes.AsSpan(body)))
            throw new InvalidDataException($"The model of {Name} is damaged or cut short: its checksum does not fit its content.");
        return bytes.AsSpan(0, body)[start..];
    }

    private byte[] ReadAll(Stream stream)
    {
        using var content = new MemoryStream();
        var chunk = new byte[1 << 16];
        for (int count = stream.Read(chunk); count > 0; count = stream.Read(chunk))
        {
            if (content.Length + count > LargestModel) throw new InvalidDataException($"The model of {Name} is larger than 1 GiB, which cannot be.");
            content.Write(chunk, 0, count);
        }

        return content.ToArray();
    }
}
