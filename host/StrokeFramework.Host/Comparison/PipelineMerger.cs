using System.Text.Json;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;

namespace StrokeFramework.Host.Comparison;

/// <summary>
/// Merges several pipelines into one in which nodes that do the same stand once, so that no study goes through a common
/// part twice. Two nodes do the same when plugin, stage, all parameters, the model and all that feeds them are the same; the seed and
/// the smallest lesion must be common to all pipelines.
/// </summary>
internal sealed class PipelineMerger
{
    private readonly Dictionary<string, string> _nameOf = new(StringComparer.Ordinal);
    private readonly List<PreparedNode> _nodes = [];
    private readonly List<InputNeed> _needs = [];
    private readonly List<PlannedOutput> _outputs = [];
    private PipelineDefinition? _definition;

    /// <summary>Adds a pipeline.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="name">Its name, which stands behind the name of a node where two different nodes have one name.</param>
    /// <returns>The merged name of each of its nodes.</returns>
    public IReadOnlyDictionary<string, string> Add(PreparedPipeline pipeline, string name)
    {
        _definition ??= pipeline.Plan.Definition;
        var merged = new Dictionary<string, string>(StringComparer.Ordinal) { [InputReference.Input] = InputReference.Input };
        foreach (PreparedNode node in pipeline.Nodes)
        {
            var inputs = node.Plan.Inputs.ToDictionary(i => i.Key, i => merged[i.Value], StringComparer.Ordinal);
            string key = KeyOf(node, inputs);
            if (!_nameOf.TryGetValue(key, out string? known))
            {
                known = _nodes.Exists(n => n.Plan.Name == node.Plan.Name) ? $"{node.Plan.Name} of {name}" : node.Plan.Name;
                _nameOf[key] = known;
                _nodes.Add(node.With(node.Plan with { Name = known, Inputs = inputs }));
                _needs.AddRange(pipeline.Plan.InputNeeds.Where(n => n.Node == node.Plan.Name).Select(n => n with { Node = known }));
            }

            merged[node.Plan.Name] = known;
        }

        foreach (PlannedOutput output in pipeline.Plan.Outputs)
        {
            string node = merged[output.Node];
            // An output of the merged pipeline has the name of its node, which is unlike all others.
            if (!_outputs.Exists(o => o.Node == node)) _outputs.Add(new(node, node, output.Type));
        }

        return merged;
    }

    /// <summary>The merged pipeline.</summary>
    public PreparedPipeline ToPipeline() => new(
        new PipelinePlan { Definition = _definition!, Nodes = [.. _nodes.Select(n => n.Plan)], Outputs = _outputs, InputNeeds = _needs },
        _nodes);

    private static string KeyOf(PreparedNode node, Dictionary<string, string> inputs)
    {
        List<string> parts = [node.Plan.Stage.Plugin.Folder, node.Plan.Stage.Stage.Id, node.Settings.ValueKind == JsonValueKind.Undefined ? "" : node.Settings.GetRawText(), node.ModelHash ?? ""];
        foreach ((string port, string source) in inputs.OrderBy(i => i.Key, StringComparer.Ordinal)) parts.AddRange([port, source]);
        return JsonSerializer.Serialize(parts);
    }
}
