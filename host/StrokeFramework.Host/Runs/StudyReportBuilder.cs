using System.Text.Json;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Reporting;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Runs;

/// <summary>Gathers what a study's report says.</summary>
internal static class StudyReportBuilder
{
    public static StudyReport Build(
        RunRequest request, LoadedStudy loaded, PipelineResult result, IReadOnlyList<StudySegmentation> segmentations, IReadOnlyList<TypeOutput> types, LoadedTruth? truth, DateTimeOffset finished, TimeSpan time)
    {
        DiffusionStudy study = loaded.Study;
        List<StudyImage> images = [new("DWI", study.Dwi)];
        foreach (PlannedOutput output in request.Pipeline.Plan.Outputs.Where(o => o.Type == PortType.Study)) images.Add(new(output.Name, ((DiffusionStudy)result.Outputs[output.Name]).Dwi));
        if (study.Adc is { } adc) images.Add(new("ADC", adc, "mm²/s"));
        if (study.B0 is { } b0) images.Add(new("b0", b0));
        return new StudyReport
        {
            Title = loaded.Source.Name.Replace('_', ' '),
            Subject = study.Subject,
            Session = study.Session,
            Pipeline = request.Pipeline.Plan.Definition.Name,
            Images = images,
            Segmentations = segmentations,
            Detections = [.. request.Pipeline.Plan.Outputs.Where(o => o.Type == PortType.Detections).Select(o => new StudyDetections(o.Name, (IReadOnlyList<Detection>)result.Outputs[o.Name]))],
            Truth = truth?.Mask,
            Types = types,
            Features = request.Pipeline.Plan.Outputs.FirstOrDefault(o => o.Type == PortType.Features && !TypeOutputs.IsKept(o)) is { } features ? (FeatureTable)result.Outputs[features.Name] : null,
            Nodes = [.. request.Pipeline.Nodes.Zip(result.Nodes, BuildNode)],
            Remarks =
            [
                .. loaded.Warnings.Concat(truth?.Warnings ?? []).Select(w => new ReportRemark(RemarkKind.Warning, w)),
                .. loaded.Notes.Select(n => new ReportRemark(RemarkKind.Information, n)),
            ],
            Inputs = [.. loaded.InputHashes.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => new ReportInput(RoleOf(i.Key, loaded.Source), Path.GetFileName(i.Key), i.Value))],
            Plugins = [.. request.Pipeline.Nodes.Select(n => n.Plan.Stage.Plugin.Manifest!).DistinctBy(p => (p.Id, p.Version)).Select(p => new ReportPlugin(p.Id, p.Version, p.Files.GetValueOrDefault(p.EntryAssembly) ?? ""))],
            Facts = [new("Program", $"stroke {request.ProgramVersion}"), new("Threads", $"{request.Execution.Threads}"), .. Acquisition(study.Acquisition)],
            Seed = (long)request.Pipeline.Plan.Definition.Seed,
            Finished = finished,
            Duration = time,
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Acquisition(Acquisition acquisition)
    {
        yield return new("b-value", acquisition.BValue is { } b ? FormattableString.Invariant($"{b:0.#} s/mm²") : "unknown");
        if (acquisition.EchoTime is { } te) yield return new("Echo time", FormattableString.Invariant($"{te:0.#} ms"));
        if (acquisition.BitsStored is { } bits) yield return new("Bits stored", FormattableString.Invariant($"{bits}"));
    }

    private static string RoleOf(string file, StudySource source) =>
        file == source.Dwi ? "DWI" : file == source.Adc ? "ADC" : file == source.B0 ? "b0" : "sidecar";

    private static NodeReport BuildNode(PreparedNode node, NodeResult result)
    {
        StageManifest stage = node.Plan.Stage.Stage;
        return new NodeReport
        {
            Name = node.Plan.Name,
            Stage = stage.Id,
            Title = stage.Title,
            Citation = stage.Citation,
            PluginVersion = node.Plan.Stage.Plugin.Manifest!.Version,
            Duration = result.Time,
            FromCache = result.FromCache,
            Parameters = [.. stage.Parameters.GetProperty("properties").EnumerateObject().Select(p => BuildParameter(p, node))],
            Diagnostics = result.Diagnostics,
            Remarks = [.. result.Remarks.Select(r => new ReportRemark(r.IsWarning ? RemarkKind.Warning : RemarkKind.Information, r.Message))],
        };
    }

    private static ReportParameter BuildParameter(JsonProperty parameter, PreparedNode node)
    {
        JsonElement schema = parameter.Value;
        string value = node.Settings.TryGetProperty(parameter.Name, out JsonElement used) ? used.ToString() : "";
        return new ReportParameter(parameter.Name, value, schema.TryGetProperty("default", out JsonElement d) ? d.ToString() : "", Text(schema, ParameterSchema.Unit))
        {
            Description = Text(schema, "description"),
            Provenance = Enum.TryParse(Text(schema, ParameterSchema.Origin), ignoreCase: true, out Provenance origin) ? origin : null,
            ProvenanceNote = Text(schema, ParameterSchema.OriginNote),
            IsSetByUser = node.Plan.Parameters.Any(p => p.Name == parameter.Name),
        };
    }

    private static string Text(JsonElement schema, string name) => schema.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";
}
