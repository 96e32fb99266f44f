using System.Text;
using System.Text.Json;

namespace StrokeFramework.Manifest;

/// <summary>
/// A manifest as plain collections: objects are dictionaries, arrays lists, texts strings, everything else its JSON text.
/// Read by hand in one pass, because every command reads all manifests before it does anything, and a JSON document
/// of the framework costs a start some ten milliseconds of compilation.
/// </summary>
internal static class ManifestNode
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads a JSON text whose root is an object.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="verbatim">The members, at any depth, whose objects are kept as their JSON text.</param>
    /// <returns>The root, or null when it is no object.</returns>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static Dictionary<string, object?>? Parse(ReadOnlySpan<byte> json, string verbatim)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return null;
        Dictionary<string, object?> root = ReadObject(ref reader, json, verbatim);
        // Anything after the root is no JSON, which the reader says itself.
        while (reader.Read()) { }
        return root;
    }

    private static Dictionary<string, object?> ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string verbatim)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            members[name] = name == verbatim && reader.TokenType == JsonTokenType.StartObject
                ? new VerbatimObject(TextOf(ref reader, json))
                : ReadValue(ref reader, json, verbatim);
        }

        return members;
    }

    private static object? ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string verbatim)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, json, verbatim);
            case JsonTokenType.StartArray:
                List<object?> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(ReadValue(ref reader, json, verbatim));
                return items;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Null:
                return null;
            default:
                return new VerbatimValue(TextOf(ref reader, json));
        }
    }

    private static string TextOf(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return Utf8.GetString(json[start..(int)reader.BytesConsumed]);
    }
}
