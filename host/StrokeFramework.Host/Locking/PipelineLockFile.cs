using System.Text.Encodings.Web;
using System.Text.Json;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Locking;

/// <summary>Reads and writes a lock as JSON.</summary>
public static class PipelineLockFile
{
    private const int Format = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a lock; the same lock gives the same bytes.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, PipelineLock content)
    {
        ArgumentNullException.ThrowIfNull(content);
        AtomicFile.Write(path, stream =>
        {
            using (var json = new Utf8JsonWriter(stream, Options))
            {
                json.WriteStartObject();
                json.WriteNumber("lock", Format);
                foreach ((string section, _) in PipelineLock.Sections)
                {
                    json.WriteStartObject(section);
                    foreach ((string name, string value) in content.Entries[section]) json.WriteString(name, value);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            stream.WriteByte((byte)'\n');
        });
    }

    /// <summary>Reads a lock.</summary>
    /// <exception cref="PipelineLockException">It is missing, or no lock that this program can read.</exception>
    public static PipelineLock Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            if (!root.TryGetProperty("lock", out JsonElement format) || !format.TryGetInt32(out int number) || number != Format)
                throw new PipelineLockException($"'{path}' is no lock of format {Format}. Make it anew with 'stroke lock'.");
            return new(PipelineLock.Sections.ToDictionary(s => s.Name, s => Section(root.GetProperty(s.Name)), StringComparer.Ordinal));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PipelineLockException($"The pipeline has no lock: '{path}' is missing. Make it with 'stroke lock'.", e);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or IOException or UnauthorizedAccessException)
        {
            throw new PipelineLockException($"'{path}' cannot be read as a lock: {e.Message.TrimEnd('.')}. Make it anew with 'stroke lock'.", e);
        }
    }

    private static SortedDictionary<string, string> Section(JsonElement section) =>
        new(section.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetString() ?? "", StringComparer.Ordinal), StringComparer.Ordinal);
}
