namespace StrokeFramework.Host.Comparison;

/// <summary>A variant as the report names it.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Pipeline">The title of its graph.</param>
/// <param name="File">The graph's file, without folders.</param>
/// <param name="Nodes">Its nodes with stage, plugin version and all parameters.</param>
public sealed record ComparedVariant(string Name, string Pipeline, string File, IReadOnlyList<KeyValuePair<string, string>> Nodes);
