namespace StrokeFramework.Host.Execution;

/// <summary>What a pipeline made of one study.</summary>
/// <param name="Outputs">The graph's outputs by name, as far as they were wanted.</param>
/// <param name="Nodes">The nodes in the order of the plan.</param>
public sealed record PipelineResult(IReadOnlyDictionary<string, object> Outputs, IReadOnlyList<NodeResult> Nodes);
