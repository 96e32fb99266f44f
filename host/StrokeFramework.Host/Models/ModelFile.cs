using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Models;

/// <summary>
/// One file with all models of a trained pipeline: a magic word, a JSON header of stated length, the models' bytes, and
/// the SHA-256 of everything before it. Nothing is given to a stage before that hash agrees. The same training gives
/// the same bytes.
/// </summary>
public sealed class ModelFile
{
    /// <summary>The format that this program writes.</summary>
    public const int WrittenFormat = 1;

    /// <summary>The oldest format whose readers understand what this program writes.</summary>
    public const int ReadableSince = 1;

    /// <summary>The oldest format that this program reads.</summary>
    public const int CanReadBack = 1;

    private const int HashLength = 32;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("STROKEMODEL\n");

    /// <summary>Makes a model file in memory.</summary>
    public ModelFile(ModelDescription description, IReadOnlyList<NodeModel> nodes)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(nodes);
        (Description, Nodes) = (description, nodes);
    }

    /// <summary>Where the models come from.</summary>
    public ModelDescription Description { get; }

    /// <summary>The models.</summary>
    public IReadOnlyList<NodeModel> Nodes { get; }

    /// <summary>Writes the file, complete or not at all.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public void Write(string path) => AtomicFile.Write(path, stream =>
    {
        byte[] header = ModelHeader.ToJson(Description, Nodes);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, header.Length);
        Put(Magic);
        Put(length);
        Put(header);
        foreach (NodeModel node in Nodes) Put(node.Content.Span);
        stream.Write(hash.GetHashAndReset());

        void Put(ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(bytes);
            stream.Write(bytes);
        }
    });

    /// <summary>Reads a file and checks that not a byte of it has changed.</summary>
    /// <exception cref="ModelException">It is absent, damaged, no model, or of a format that this program does not read.</exception>
    public static ModelFile Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(e is FileNotFoundException or DirectoryNotFoundException ? $"There is no model '{path}'." : $"The model '{path}' cannot be read: {e.Message}", e);
        }

        if (!bytes.AsSpan().StartsWith(Magic))
            throw new ModelException($"'{path}' is no model of this program. Models are written by 'stroke train'.");
        if (bytes.Length < Magic.Length + 4 + HashLength || !SHA256.HashData(bytes.AsSpan(0, bytes.Length - HashLength)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - HashLength)))
            throw new ModelException($"The model '{path}' is damaged: its content does not fit its own hash. Copy it again, or train it again.");
        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(Magic.Length));
        int start = Magic.Length + 4;
        if (length < 0 || length > bytes.Length - start - HashLength) throw new ModelException($"The model '{path}' is malformed: its header does not fit into it.");
        try
        {
            return ModelHeader.Parse(bytes.AsMemory(start, length), bytes.AsMemory(start + length, bytes.Length - start - length - HashLength), path);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new ModelException($"The model '{path}' is malformed: {e.Message}", e);
        }
    }
}
