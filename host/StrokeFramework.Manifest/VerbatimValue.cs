namespace StrokeFramework.Manifest;

/// <summary>A number or a truth value of a manifest.</summary>
/// <param name="Json">Its JSON text.</param>
internal sealed record VerbatimValue(string Json);
