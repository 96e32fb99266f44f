using System.Text;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Caching;

/// <summary>
/// What reading a study's files found, without the images: enough to look up every result of a pipeline. Paths in its
/// sentences are replaced by the file's place in the list, so that the same files elsewhere are the same study.
/// </summary>
internal static class StudyEntry
{
    /// <summary>The bytes of an entry.</summary>
    /// <param name="loaded">The study.</param>
    /// <param name="files">Its files.</param>
    public static byte[] Write(LoadedStudy loaded, IReadOnlyList<string> files)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        StudyInput input = loaded.Input;
        writer.Write((int)input.Traits);
        writer.WriteGeometry(input.Geometry);
        writer.Write(input.Hash);
        writer.Write(input.VolumeHashes.Dwi);
        writer.WriteText(input.VolumeHashes.Adc);
        writer.WriteText(input.VolumeHashes.B0);
        writer.WriteList(loaded.Warnings, text => writer.Write(Hide(text, files)));
        writer.WriteList(loaded.Notes, text => writer.Write(Hide(text, files)));
        writer.Write(loaded.Header is not null);
        if (loaded.Header is { } header)
        {
            writer.Write(header.IsBigEndian);
            WriteBytes(writer, header.Raw.Span);
            WriteBytes(writer, header.Extensions.Span);
        }

        return buffer.ToArray();
    }

    /// <summary>Reads an entry.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="source">Where the study is now.</param>
    /// <param name="hashes">SHA-256 of its files, by path.</param>
    /// <param name="files">Its files, in the order in which they were when the entry was written.</param>
    /// <param name="load">Reads the images.</param>
    /// <exception cref="InvalidDataException">The bytes hold no entry.</exception>
    public static LoadedStudy Read(ReadOnlyMemory<byte> content, StudySource source, IReadOnlyDictionary<string, string> hashes, IReadOnlyList<string> files, Func<string, DiffusionStudy> load) =>
        EntryReader.Parse(content, reader =>
        {
            var traits = (StudyTraits)reader.ReadInt32();
            VolumeGeometry geometry = reader.ReadGeometry();
            string hash = reader.ReadString();
            (string, string?, string?) volumes = (reader.ReadString(), reader.ReadText(), reader.ReadText());
            List<string> warnings = reader.ReadList(() => Show(reader.ReadString(), files)), notes = reader.ReadList(() => Show(reader.ReadString(), files));
            NiftiHeader? header = reader.ReadBoolean() ? ReadHeader(reader) : null;
            return new LoadedStudy { Source = source, Input = new(traits, geometry, hash, volumes, () => load(hash)), Header = header, InputHashes = hashes, Warnings = warnings, Notes = notes };
        });

    private static NiftiHeader ReadHeader(BinaryReader reader)
    {
        bool bigEndian = reader.ReadBoolean();
        byte[] raw = reader.ReadBytes(reader.Read7BitEncodedInt()), extensions = reader.ReadBytes(reader.Read7BitEncodedInt());
        return new NiftiHeader(raw, bigEndian).WithExtensions(extensions);
    }

    private static void WriteBytes(BinaryWriter writer, ReadOnlySpan<byte> bytes)
    {
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(bytes);
    }

    // A null character stands in no path and in no sentence.
    internal static string Hide(string text, IReadOnlyList<string> files)
    {
        for (int f = 0; f < files.Count; f++) text = text.Replace(files[f], $"\0{f}\0", StringComparison.Ordinal);
        return text;
    }

    internal static string Show(string text, IReadOnlyList<string> files)
    {
        for (int f = 0; f < files.Count; f++) text = text.Replace($"\0{f}\0", files[f], StringComparison.Ordinal);
        return text;
    }
}
