using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Pipelines;

/// <summary>
/// Writes a JSON schema for graphs, which gives an editor completion and documentation of every installed stage, its
/// inputs and its parameters. Made from manifests alone.
/// </summary>
public static class PipelineSchema
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as JSON text.</summary>
    public static string Export(PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        List<StageEntry> stages = [.. catalog.StageIds.Select(id => catalog.FindStage(id).FirstOrDefault(s => s.Plugin.IsUsable)).OfType<StageEntry>()];
        var definitions = new JsonObject();
        foreach (StageEntry stage in stages) definitions[stage.Stage.Id] = Parameters(stage);
        definitions["node"] = Node(stages);
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "StrokeFramework pipeline",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("nodes", "outputs"),
            ["properties"] = new JsonObject
            {
                ["$schema"] = new JsonObject { ["type"] = "string" },
                ["name"] = Text("A title for people; reports show it."),
                ["description"] = Text("What the pipeline is for."),
                ["seed"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["description"] = "Seed of every random choice. The same seed gives the same results.", ["default"] = 0 },
                ["minimumLesionVolume"] = new JsonObject { ["type"] = "number", ["minimum"] = 0, ["description"] = "Smallest connected component that counts as a lesion, in mm³.", ["default"] = 0 },
                ["nodes"] = new JsonObject
                {
                    ["type"] = "object",
                    ["description"] = "The stages by name. A node refers to another by its name, and to the study itself by $input.",
                    ["propertyNames"] = new JsonObject { ["pattern"] = "^[A-Za-z][A-Za-z0-9_-]*$" },
                    ["additionalProperties"] = new JsonObject { ["$ref"] = "#/definitions/node" },
                },
                ["outputs"] = new JsonObject
                {
                    ["type"] = "object",
                    ["description"] = "Which nodes' results are written. 'mask', 'features', 'type' and 'detections' have file names of their own; any other name becomes part of the file's name.",
                    ["additionalProperties"] = Text("The name of a node."),
                },
            },
            ["definitions"] = definitions,
        };
        return schema.ToJsonString(Options) + "\n";
    }

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonObject Node(List<StageEntry> stages)
    {
        var uses = new JsonArray();
        var rules = new JsonArray();
        foreach (StageEntry stage in stages)
        {
            uses.Add(new JsonObject
            {
                ["const"] = $"{stage.Stage.Id}@^{stage.Plugin.Version!.Major}.{stage.Plugin.Version.Minor}",
                ["title"] = stage.Stage.Title,
                ["description"] = stage.Stage.Description,
            });
            rules.Add(Rule(stage));
        }

        uses.Add(new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z][a-z0-9-]*(@.+)?$" });
        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("use"),
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["use"] = new JsonObject { ["description"] = "A stage id and an npm-style range over the plugin's version, such as kmeans-fast-marching@^1.0.", ["anyOf"] = uses },
                ["in"] = new JsonObject { ["type"] = "object", ["description"] = "What feeds each input: the name of a node, or $input." },
                ["with"] = new JsonObject { ["type"] = "object", ["description"] = "Parameters that differ from their defaults." },
                ["model"] = Text("Path of a trained model, relative to this file."),
                ["description"] = Text("A remark for readers."),
            },
            ["allOf"] = rules,
        };
    }

    private static JsonObject Rule(StageEntry stage)
    {
        var ports = new JsonObject();
        var required = new JsonArray();
        foreach (PortDefinition port in StagePorts.Inputs(stage.Stage.Kind))
        {
            ports[port.Name] = Text($"The node that gives {StagePorts.PhraseOf(port.Type)}.");
            if (port.Required) required.Add(port.Name);
        }

        return new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["use"] = new JsonObject { ["pattern"] = $"^{stage.Stage.Id}(@.*)?$" } }, ["required"] = new JsonArray("use") },
            ["then"] = new JsonObject
            {
                ["properties"] = new JsonObject
                {
                    ["in"] = new JsonObject { ["properties"] = ports, ["required"] = required, ["additionalProperties"] = false },
                    ["with"] = new JsonObject { ["$ref"] = $"#/definitions/{stage.Stage.Id}" },
                },
                ["required"] = new JsonArray("in"),
            },
        };
    }

    private static JsonNode Parameters(StageEntry stage)
    {
        JsonNode schema = JsonNode.Parse(stage.Stage.Parameters.GetRawText())!;
        schema["title"] = stage.Stage.Title;
        schema["description"] = stage.Stage.Description + (stage.Stage.Citation.Length > 0 ? $" Reference: {stage.Stage.Citation}." : "");
        foreach ((_, JsonNode? property) in schema["properties"]!.AsObject())
        {
            // Editors show descriptions, not our keywords: unit and origin go there too.
            if (property is not JsonObject parameter) continue;
            string text = (string?)parameter["description"] ?? "";
            if ((string?)parameter[ParameterSchema.Unit] is { } unit) text += $" Unit: {unit}.";
            if ((string?)parameter[ParameterSchema.Origin] is { } origin) text += $" Default: {origin}{((string?)parameter[ParameterSchema.OriginNote] is { } note ? $" ({note})" : "")}.";
            parameter["description"] = text.Trim();
        }

        return schema;
    }
}
