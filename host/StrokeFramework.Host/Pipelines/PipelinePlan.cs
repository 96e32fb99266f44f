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
}
