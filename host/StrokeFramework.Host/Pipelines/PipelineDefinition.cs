namespace StrokeFramework.Host.Pipelines;

/// <summary>A graph as it stands in its file, checked for form alone.</summary>
public sealed record PipelineDefinition
{
    /// <summary>The file it was read from.</summary>
    public required string File { get; init; }

    /// <summary>A title for people.</summary>
    public required string Name { get; init; }

    /// <summary>The run's seed.</summary>
    public ulong Seed { get; init; }

    /// <summary>Smallest component that counts as a lesion, in mm³.</summary>
    public double MinimumLesionVolume { get; init; }

    /// <summary>The nodes, in the order of the file.</summary>
    public required IReadOnlyList<NodeDefinition> Nodes { get; init; }

    /// <summary>The results, in the order of the file.</summary>
    public required IReadOnlyList<OutputDefinition> Outputs { get; init; }

    /// <summary>Where the graph stands.</summary>
    public required LocatedJson Location { get; init; }
}
