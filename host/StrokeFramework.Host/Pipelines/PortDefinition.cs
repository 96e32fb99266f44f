namespace StrokeFramework.Host.Pipelines;

/// <summary>An input of a kind of stage.</summary>
/// <param name="Name">Its name under <c>in</c>.</param>
/// <param name="Type">What it takes.</param>
/// <param name="Required">Whether it must be connected.</param>
public sealed record PortDefinition(string Name, PortType Type, bool Required = true);
