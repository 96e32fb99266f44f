namespace StrokeFramework.Host.Pipelines;

/// <summary>A node as it stands in the graph, checked for form alone.</summary>
public sealed record NodeDefinition
{
    /// <summary>The node's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the node stands.</summary>
    public required LocatedJson Location { get; init; }

    /// <summary>The stage's id.</summary>
    public required string StageId { get; init; }

    /// <summary>The range of plugin versions, in npm's syntax; <c>*</c> when none is given.</summary>
    public required string Range { get; init; }

    /// <summary>Where <c>use</c> stands.</summary>
    public required LocatedJson UseLocation { get; init; }

    /// <summary>The edges that come in.</summary>
    public IReadOnlyList<InputReference> Inputs { get; init; } = [];

    /// <summary>The parameters that are set, in order.</summary>
    public IReadOnlyList<LocatedMember> Parameters { get; init; } = [];

    /// <summary>Path of the model file, relative to the graph's folder; null when none is given.</summary>
    public string? Model { get; init; }
}
