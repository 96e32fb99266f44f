using System.Text;
using System.Text.Json;

namespace StrokeFramework.Host.Pipelines;

/// <summary>Reads JSON and remembers where each value stands. Comments and trailing commas are allowed.</summary>
internal static class LocatedJsonReader
{
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static LocatedJson Read(ReadOnlyMemory<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.Span, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 });
        reader.Read();
        LocatedJson root = ReadValue(ref reader, utf8, new LineMap(utf8), "$");
        reader.Read(); // anything after the value throws here
        return root;
    }

    private static LocatedJson ReadValue(ref Utf8JsonReader reader, ReadOnlyMemory<byte> text, LineMap lines, string path)
    {
        int start = (int)reader.TokenStartIndex;
        List<LocatedMember> members = [];
        List<LocatedJson> items = [];
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                string name = reader.GetString()!;
                JsonPosition position = lines.PositionOf((int)reader.TokenStartIndex);
                reader.Read();
                members.Add(new(name, position, ReadValue(ref reader, text, lines, $"{path}.{name}")));
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(ReadValue(ref reader, text, lines, $"{path}[{items.Count}]"));
        }

        ReadOnlyMemory<byte> raw = text[start..(int)reader.BytesConsumed];
        using JsonDocument document = JsonDocument.Parse(raw, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return new(document.RootElement.Clone(), path, lines.PositionOf(start), members, items);
    }

    private sealed class LineMap
    {
        private readonly ReadOnlyMemory<byte> _text;
        private readonly List<int> _starts = [0];

        public LineMap(ReadOnlyMemory<byte> text)
        {
            _text = text;
            ReadOnlySpan<byte> span = text.Span;
            for (int n = 0; n < span.Length; n++)
            {
                if (span[n] == (byte)'\n') _starts.Add(n + 1);
            }
        }

        public JsonPosition PositionOf(int offset)
        {
            int line = _starts.BinarySearch(offset);
            if (line < 0) line = ~line - 1;
            int start = _starts[line];
            return new(line + 1, Encoding.UTF8.GetCharCount(_text.Span[start..offset]) + 1);
        }
    }
}
