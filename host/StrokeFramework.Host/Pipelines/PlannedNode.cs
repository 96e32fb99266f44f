using StrokeFramework.Host.Plugins;

namespace StrokeFramework.Host.Pipelines;

/// <summary>A node whose plugin, edges and parameters are known to fit.</summary>
public sealed record PlannedNode
{
    /// <summary>The node's name.</summary>
    public required string Name { get; init; }

    /// <summary>The stage and the plugin version that was chosen.</summary>
    public required StageEntry Stage { get; init; }

    /// <summary>What feeds each connected port: a node's name, or <c>$input</c>.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>The parameters that differ from their defaults in writing, as a JSON object.</summary>
    public required IReadOnlyList<LocatedMember> Parameters { get; init; }

    /// <summary>The model's path, absolute; null when none is given beside the graph.</summary>
    public string? ModelPath { get; init; }

    /// <summary>What the node gives.</summary>
    public PortType Output => StagePorts.Output(Stage.Stage.Kind);
}
