using System.Text.Json;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Cli.Output;

/// <summary>One stage on the terminal.</summary>
internal static class StageSheet
{
    public static void Write(TextWriter output, StageEntry entry)
    {
        StageManifest stage = entry.Stage;
        output.WriteLine($"{stage.Id} - {stage.Title}");
        output.WriteLine($"  {StageKinds.NameOf(stage.Kind)} of {entry.Plugin.Name}, algorithm {stage.AlgorithmVersion}, from {entry.Plugin.Shelf.Name}");
        if (stage.Description.Length > 0) output.WriteLine($"  {stage.Description}");
        if (stage.Citation.Length > 0) output.WriteLine($"  Reference: {stage.Citation}");
        string inputs = string.Join(", ", StagePorts.Inputs(stage.Kind).Select(p => $"{p.Name}: {StagePorts.PhraseOf(p.Type)}{(p.Required ? "" : " (optional)")}"));
        output.WriteLine($"  Takes {inputs}; gives {StagePorts.PhraseOf(StagePorts.Output(stage.Kind))}.");
        if (stage.Needs != 0) output.WriteLine($"  Needs {string.Join(", ", StudyTraitNames.Split(stage.Needs).Select(StudyTraitNames.PhraseOf))}.");
        if (stage.Provides != 0) output.WriteLine($"  Provides {string.Join(", ", StudyTraitNames.Split(stage.Provides).Select(StudyTraitNames.PhraseOf))}.");
        foreach (PluginProblem problem in entry.Plugin.Problems) output.WriteLine($"  PROBLEM {problem}");
        JsonProperty[] parameters = [.. stage.Parameters.GetProperty("properties").EnumerateObject()];
        if (parameters.Length == 0)
        {
            output.WriteLine("  No parameters.");
            return;
        }

        output.WriteLine();
        foreach (JsonProperty parameter in parameters) Write(output, parameter.Name, parameter.Value);
    }

    private static void Write(TextWriter output, string name, JsonElement schema)
    {
        string unit = Text(schema, ParameterSchema.Unit), origin = Text(schema, ParameterSchema.Origin), note = Text(schema, ParameterSchema.OriginNote);
        string value = schema.TryGetProperty("default", out JsonElement d) ? d.GetRawText() : "none";
        string range = "";
        if (schema.TryGetProperty("enum", out JsonElement allowed)) range = $", one of {string.Join(", ", allowed.EnumerateArray().Select(a => a.ToString()))}";
        else if (schema.TryGetProperty("minimum", out JsonElement min) && schema.TryGetProperty("maximum", out JsonElement max)) range = $", {min.GetRawText()} to {max.GetRawText()}";
        output.WriteLine($"  {name} = {value}{(unit.Length > 0 ? " " + unit : "")}{range}");
        string description = Text(schema, "description");
        if (description.Length > 0) output.WriteLine($"      {description}");
        if (origin.Length > 0) output.WriteLine($"      Default {origin}{(note.Length > 0 ? ": " + note : "")}");
    }

    private static string Text(JsonElement schema, string name) => schema.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";
}
