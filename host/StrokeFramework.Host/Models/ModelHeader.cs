using System.Text.Encodings.Web;
using System.Text.Json;

namespace StrokeFramework.Host.Models;

/// <summary>The JSON header of a model file.</summary>
internal static class ModelHeader
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] ToJson(ModelDescription description, IReadOnlyList<NodeModel> nodes)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("format");
            json.WriteNumber("writtenBy", ModelFile.WrittenFormat);
            json.WriteNumber("readableSince", ModelFile.ReadableSince);
            json.WriteNumber("canReadBack", ModelFile.CanReadBack);
            json.WriteEndObject();
            json.WriteString("program", description.Program);
            json.WriteString("pipeline", description.Pipeline);
            json.WriteNumber("seed", description.Seed);
            json.WriteString("lesions", description.Lesions);
            json.WriteString("dataHash", description.DataHash);
            json.WriteStartObject("studies");
            foreach ((string study, string type) in description.Studies.OrderBy(s => s.Key, StringComparer.Ordinal)) json.WriteString(study, type);
            json.WriteEndObject();
            json.WriteStartArray("nodes");
            foreach (NodeModel node in nodes) WriteNode(json, node);
            json.WriteEndArray();
            json.WriteString("card", description.Card);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static ModelFile Parse(ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> contents, string path)
    {
        using JsonDocument document = JsonDocument.Parse(header);
        JsonElement root = document.RootElement, format = root.GetProperty("format");
        int written = format.GetProperty("writtenBy").GetInt32(), readableSince = format.GetProperty("readableSince").GetInt32();
        if (readableSince > ModelFile.WrittenFormat)
            throw new ModelException($"The model '{path}' has format {written}, readable by programs that write format {readableSince} or newer; this one writes {ModelFile.WrittenFormat}. Update the program.");
        if (written < ModelFile.CanReadBack)
            throw new ModelException($"The model '{path}' has format {written}; this program reads back to {ModelFile.CanReadBack}. Train it again.");
        List<NodeModel> nodes = [];
        int offset = 0;
        foreach (JsonElement node in root.GetProperty("nodes").EnumerateArray())
        {
            int length = node.GetProperty("length").GetInt32();
            nodes.Add(ParseNode(node, contents.Slice(offset, length)));
            offset += length;
        }

        return new ModelFile(
            new ModelDescription
            {
                Program = Text(root, "program"),
                Pipeline = Text(root, "pipeline"),
                Seed = root.GetProperty("seed").GetUInt64(),
                Lesions = Text(root, "lesions"),
                DataHash = Text(root, "dataHash"),
                Studies = root.GetProperty("studies").EnumerateObject().ToDictionary(s => s.Name, s => s.Value.GetString()!, StringComparer.Ordinal),
                Card = Text(root, "card"),
            },
            nodes);
    }

    private static void WriteNode(Utf8JsonWriter json, NodeModel node)
    {
        json.WriteStartObject();
        json.WriteString("node", node.Node);
        json.WriteString("stage", node.Stage);
        json.WriteString("algorithmVersion", node.AlgorithmVersion);
        json.WriteString("plugin", node.Plugin);
        json.WriteString("pluginVersion", node.PluginVersion);
        json.WritePropertyName("parameters");
        node.Parameters.WriteTo(json);
        WriteTexts(json, "classes", node.Classes);
        json.WriteString("featureSchema", node.FeatureSchemaHash);
        WriteTexts(json, "features", node.Features);
        json.WriteNumber("length", node.Content.Length);
        json.WriteEndObject();
    }

    private static NodeModel ParseNode(JsonElement node, ReadOnlyMemory<byte> content) => new()
    {
        Node = Text(node, "node"),
        Stage = Text(node, "stage"),
        AlgorithmVersion = Text(node, "algorithmVersion"),
        Plugin = Text(node, "plugin"),
        PluginVersion = Text(node, "pluginVersion"),
        Parameters = node.GetProperty("parameters").Clone(),
        Classes = [.. node.GetProperty("classes").EnumerateArray().Select(c => c.GetString()!)],
        FeatureSchemaHash = Text(node, "featureSchema"),
        Features = [.. node.GetProperty("features").EnumerateArray().Select(c => c.GetString()!)],
        Content = content,
    };

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString()!;
}
