namespace StrokeFramework.Host.Pipelines;

/// <summary>A place in a JSON text.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters, from 1.</param>
public readonly record struct JsonPosition(int Line, int Column);
