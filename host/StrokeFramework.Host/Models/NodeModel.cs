using System.Text.Json;

namespace StrokeFramework.Host.Models;

/// <summary>One node's model in a model file.</summary>
public sealed record NodeModel
{
    /// <summary>The node's name in the graph.</summary>
    public required string Node { get; init; }

    /// <summary>The stage that made it and reads it.</summary>
    public required string Stage { get; init; }

    /// <summary>The stage's algorithm version.</summary>
    public required string AlgorithmVersion { get; init; }

    /// <summary>The plugin's id.</summary>
    public required string Plugin { get; init; }

    /// <summary>The plugin's version.</summary>
    public required string PluginVersion { get; init; }

    /// <summary>The stage's parameters when it was trained.</summary>
    public required JsonElement Parameters { get; init; }

    /// <summary>The classes it can name.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Hash of the feature schema it was fitted on; empty for a model that takes images.</summary>
    public required string FeatureSchemaHash { get; init; }

    /// <summary>Names of the features, for messages.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>What the stage wrote.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }
}
