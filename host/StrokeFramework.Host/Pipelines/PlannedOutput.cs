namespace StrokeFramework.Host.Pipelines;

/// <summary>A named result of the graph, with its type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Node">The node it comes from.</param>
/// <param name="Type">What it is.</param>
public sealed record PlannedOutput(string Name, string Node, PortType Type);
