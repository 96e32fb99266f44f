using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Runs;

/// <summary>Writes where a study's results came from: pipeline, plugins, parameters, seeds, inputs, times, machine.</summary>
internal static class ProvenanceFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, RunRequest request, LoadedStudy study, PipelineResult result, DateTimeOffset started, TimeSpan time) => AtomicFile.Write(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("study", study.Source.Name);
        json.WriteString("notice", "Research software, not a medical device.");
        json.WriteString("program", request.ProgramVersion);
        json.WriteString("contracts", $"{ContractVersion.Major}.{ContractVersion.Minor}");
        WritePipeline(json, request, result);
        json.WriteStartObject("inputs");
        foreach ((string file, string hash) in study.InputHashes.OrderBy(i => i.Key, StringComparer.Ordinal)) json.WriteString(file, hash);
        json.WriteEndObject();
        json.WriteStartArray("warnings");
        foreach (string warning in study.Warnings.Concat(result.Nodes.SelectMany(n => n.Remarks).Where(r => r.IsWarning).Select(r => r.Message))) json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteStartObject("run");
        json.WriteString("started", started);
        json.WriteNumber("seconds", Math.Round(time.TotalSeconds, 3));
        json.WriteStartObject("nodeSeconds");
        foreach (NodeResult node in result.Nodes.Where(n => !n.FromCache)) json.WriteNumber(node.Node, Math.Round(node.Time.TotalSeconds, 4));
        json.WriteEndObject();
        json.WriteStartArray("fromCache");
        foreach (NodeResult node in result.Nodes.Where(n => n.FromCache)) json.WriteStringValue(node.Node);
        json.WriteEndArray();
        json.WriteNumber("threads", request.Execution.Threads);
        json.WriteString("framework", RuntimeInformation.FrameworkDescription);
        json.WriteString("system", RuntimeInformation.OSDescription);
        json.WriteString("architecture", RuntimeInformation.RuntimeIdentifier);
        json.WriteNumber("processors", Environment.ProcessorCount);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WritePipeline(Utf8JsonWriter json, RunRequest request, PipelineResult result)
    {
        json.WriteStartObject("pipeline");
        json.WriteString("name", request.Pipeline.Plan.Definition.Name);
        json.WriteNumber("seed", request.Pipeline.Plan.Definition.Seed);
        json.WriteNumber("minimumLesionVolume", request.Pipeline.Plan.Definition.MinimumLesionVolume);
        json.WriteStartObject("nodes");
        foreach ((PreparedNode node, NodeResult ran) in request.Pipeline.Nodes.Zip(result.Nodes))
        {
            PluginManifest plugin = node.Plan.Stage.Plugin.Manifest!;
            json.WriteStartObject(node.Plan.Name);
            json.WriteString("stage", node.Plan.Stage.Stage.Id);
            json.WriteString("algorithmVersion", node.Plan.Stage.Stage.AlgorithmVersion);
            json.WriteString("plugin", plugin.Id);
            json.WriteString("pluginVersion", plugin.Version);
            json.WriteString("pluginSha256", plugin.Files.GetValueOrDefault(plugin.EntryAssembly));
            json.WriteStartObject("in");
            foreach ((string port, string source) in node.Plan.Inputs) json.WriteString(port, source);
            json.WriteEndObject();
            json.WritePropertyName("parameters");
            node.Settings.WriteTo(json);
            json.WriteNumber("seed", ran.Seed);
            json.WriteString("outputHash", ran.OutputHash);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("outputs");
        foreach (Pipelines.PlannedOutput output in request.Pipeline.Plan.Outputs) json.WriteString(output.Name, output.Node);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
