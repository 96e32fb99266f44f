namespace StrokeFramework.Host.Pipelines;

/// <summary>A named result of the graph.</summary>
/// <param name="Name">Its name, which decides the file it is written to.</param>
/// <param name="Node">The node it comes from.</param>
/// <param name="Location">Where the node's name stands.</param>
public sealed record OutputDefinition(string Name, string Node, LocatedJson Location);
