using StrokeFramework.Host.Pipelines;

namespace StrokeFramework.Host.Comparison;

/// <summary>What is to be compared: some graphs, each with every combination of the stages to swap.</summary>
public sealed record ComparisonRequest
{
    /// <summary>The graphs' files; the first is what the others are compared with.</summary>
    public required IReadOnlyList<string> Pipelines { get; init; }

    /// <summary>Stages to try in a node, each as <c>node=stage,stage@range,…</c>.</summary>
    public IReadOnlyList<string> Swaps { get; init; } = [];

    /// <summary>Parameters for all of them, each as <c>node.parameter=value</c>.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>The seed of all of them; null takes the first graph's.</summary>
    public ulong? Seed { get; init; }
}
