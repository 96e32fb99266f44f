namespace StrokeFramework.Host.Pipelines;

/// <summary>A graph that can be run: everything that can be checked without running it has been.</summary>
public sealed record PipelinePlan
{
    /// <summary>The graph.</summary>
    public required PipelineDefinition Definition { get; init; }

    /// <summary>The nodes, each after those that feed it.</summary>
    public required IReadOnlyList<PlannedNode> Nodes { get; init; }

    /// <summary>The results.</summary>
    public required IReadOnlyList<PlannedOutput> Outputs { get; init; }

    /// <summary>What every study must bring.</summary>
    public required IReadOnlyList<InputNeed> InputNeeds { get; init; }

    /// <summary>What was written for earlier versions of stages and is understood as meant, each as a diagnostic to show; empty for a graph of today.</summary>
    public IReadOnlyList<PipelineDiagnostic> Migrations { get; init; } = [];

    /// <summary>The part of the plan that some outputs need, with those outputs instead of its own.</summary>
    /// <param name="outputs">The outputs wanted.</param>
    /// <param name="cut">Edges (node and port) that are fed from outside and therefore need nothing.</param>
    public PipelinePlan For(IReadOnlyList<PlannedOutput> outputs, Func<PlannedNode, string, bool>? cut = null)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        var needed = new HashSet<string>(outputs.Select(o => o.Node), StringComparer.Ordinal);
        List<PlannedNode> kept = [];
        foreach (PlannedNode node in Nodes.Reverse().Where(n => needed.Contains(n.Name)))
        {
            PlannedNode trimmed = cut is null ? node : node with { Inputs = node.Inputs.Where(i => !cut(node, i.Key)).ToDictionary(i => i.Key, i => i.Value, StringComparer.Ordinal) };
            needed.UnionWith(trimmed.Inputs.Values);
            kept.Insert(0, trimmed);
        }

        return this with { Nodes = kept, Outputs = outputs, InputNeeds = [.. InputNeeds.Where(n => kept.Exists(k => k.Name == n.Node))] };
    }
}
