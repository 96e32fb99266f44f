using System.Security.Cryptography;
using System.Text;

namespace StrokeFramework.Svm;

/// <summary>
/// The model's bytes, all little-endian: a signature, the format's number, the features with mean and deviation, the
/// classes, decoding, kernel, vectors and machines, and at the end the SHA-256 of everything before it. The same model
/// gives the same bytes.
/// </summary>
internal static class ModelFormat
{
    /// <summary>The number of the format that is written.</summary>
    public const int Version = 1;

    private static ReadOnlySpan<byte> Signature => "SF-SVM\r\n"u8;

    /// <summary>Writes a model.</summary>
    public static byte[] Write(SvmModel model)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        writer.Write(Signature);
        writer.Write(Version);
        WriteText(writer, model.FeatureSchemaHash);
        writer.Write(model.Features.Names.Count);
        for (int f = 0; f < model.Features.Names.Count; f++)
        {
            WriteText(writer, model.Features.Names[f]);
            writer.Write(model.Standardizer.Means[f]);
            writer.Write(model.Standardizer.Deviations[f]);
        }

        writer.Write(model.Classes.Count);
        foreach (string name in model.Classes) WriteText(writer, name);
        writer.Write((int)model.Decoder.Rule);
        writer.Write(model.Decoder.Temperature);
        WriteMachines(writer, model.Machines);
        writer.Flush();
        writer.Write(SHA256.HashData(content.ToArray()));
        writer.Flush();
        return content.ToArray();
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a model; the message says why.</exception>
    public static SvmModel Read(byte[] bytes)
    {
        if (bytes.Length < Signature.Length || !bytes.AsSpan(0, Signature.Length).SequenceEqual(Signature))
            throw new InvalidDataException("This is not a model of support vector machines.");
        int body = bytes.Length - SHA256.HashSizeInBytes;
        if (body < Signature.Length + sizeof(int)) throw new InvalidDataException("The model of support vector machines is cut short.");
        int version = BitConverter.ToInt32(bytes, Signature.Length);
        if (version > Version) throw new InvalidDataException($"The model of support vector machines has format {version}, and this plugin reads {Version}. Install a newer version of the plugin.");
        if (version != Version) throw new InvalidDataException($"The model of support vector machines has format {version}, which does not exist.");
        if (!SHA256.HashData(bytes.AsSpan(0, body)).AsSpan().SequenceEqual(bytes.AsSpan(body)))
            throw new InvalidDataException("The model of support vector machines is damaged or cut short: its checksum does not fit its content.");
        return ModelParser.Parse(bytes.AsSpan(0, body)[(Signature.Length + sizeof(int))..]);
    }

    private static void WriteMachines(BinaryWriter writer, MachineSet machines)
    {
        writer.Write(machines.Kernel.Degree);
        writer.Write(machines.Kernel.Gamma);
        writer.Write(machines.Kernel.Offset);
        writer.Write(machines.Bank.Count);
        for (int f = 0; f < machines.Bank.Features; f++)
        {
            foreach (double value in machines.Bank.Feature(f)[..machines.Bank.Count]) writer.Write(value);
        }

        foreach (PairMachine machine in machines.Machines)
        {
            writer.Write(machine.Bias);
            writer.Write(machine.Vectors.Length);
            for (int n = 0; n < machine.Vectors.Length; n++)
            {
                writer.Write(machine.Vectors[n]);
                writer.Write(machine.Coefficients[n]);
            }
        }
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }
}
