using System.Text;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Caching;

/// <summary>
/// What is kept of a node's result: its hash and remarks always, the value itself and the diagnostics when they are worth
/// the room. The hash alone lets everything behind the node be found; a value that is not there is made again when
/// somebody needs it.
/// </summary>
internal sealed class NodeEntry
{
    private readonly ReadOnlyMemory<byte> _diagnostics, _value;

    private NodeEntry(string outputHash, IReadOnlyList<(bool IsWarning, string Message)> remarks, ReadOnlyMemory<byte> diagnostics, ReadOnlyMemory<byte> value) =>
        (OutputHash, Remarks, _diagnostics, _value) = (outputHash, remarks, diagnostics, value);

    /// <summary>Hash of what the node gave.</summary>
    public string OutputHash { get; }

    /// <summary>What it said.</summary>
    public IReadOnlyList<(bool IsWarning, string Message)> Remarks { get; }

    /// <summary>Whether the diagnostics were asked for and kept.</summary>
    public bool HasDiagnostics => !_diagnostics.IsEmpty;

    /// <summary>Whether the value was kept.</summary>
    public bool HasValue => !_value.IsEmpty;

    /// <summary>The bytes of an entry.</summary>
    /// <param name="result">What is known of the node.</param>
    /// <param name="diagnostics">Its diagnostics, or null when they are not kept.</param>
    /// <param name="value">Its output, or null when that is not kept.</param>
    /// <param name="hashOf">Gives the hash of each image.</param>
    public static byte[] Write(NodeResult result, IReadOnlyList<Diagnostic>? diagnostics, object? value, Func<Volume<float>, string> hashOf)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        writer.Write(result.OutputHash);
        writer.WriteList(result.Remarks, remark =>
        {
            writer.Write(remark.IsWarning);
            writer.Write(remark.Message);
        });
        WritePart(writer, diagnostics is null ? null : part => part.WriteList(diagnostics, d => DiagnosticCodec.Write(part, d, hashOf)));
        WritePart(writer, value is null ? null : part => ValueCodec.Write(part, value, hashOf));
        return buffer.ToArray();
    }

    /// <summary>Reads an entry.</summary>
    /// <exception cref="InvalidDataException">The bytes hold none.</exception>
    public static NodeEntry Read(ReadOnlyMemory<byte> content) => EntryReader.Parse(content, reader =>
    {
        string hash = reader.ReadString();
        List<(bool, string)> remarks = reader.ReadList(() => (reader.ReadBoolean(), reader.ReadString()));
        return new NodeEntry(hash, remarks, reader.ReadBytes(reader.Read7BitEncodedInt()), reader.ReadBytes(reader.Read7BitEncodedInt()));
    });

    /// <summary>The diagnostics; null when they were not kept or a map is missing.</summary>
    public IReadOnlyList<Diagnostic>? ReadDiagnostics(Func<string, Volume<float>?> volumeOf)
    {
        if (!HasDiagnostics) return null;
        List<Diagnostic?> read = EntryReader.Parse(_diagnostics, reader => reader.ReadList(() => DiagnosticCodec.Read(reader, volumeOf)));
        return read.Contains(null) ? null : [.. read.OfType<Diagnostic>()];
    }

    /// <summary>The value; null when it was not kept, an image is missing, or it is not what the hash says.</summary>
    public object? ReadValue(Func<string, Volume<float>?> volumeOf)
    {
        if (!HasValue) return null;
        object? value = EntryReader.Parse(_value, reader => ValueCodec.Read(reader, volumeOf));
        return value is not null && ContentHash.Of(value) == OutputHash ? value : null;
    }

    private static void WritePart(BinaryWriter writer, Action<BinaryWriter>? write)
    {
        using var buffer = new MemoryStream();
        using (var part = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true)) write?.Invoke(part);
        writer.Write7BitEncodedInt((int)buffer.Length);
        writer.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
