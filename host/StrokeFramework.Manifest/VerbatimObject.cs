namespace StrokeFramework.Manifest;

/// <summary>An object of a manifest that nobody has looked into yet.</summary>
/// <param name="Json">Its JSON text.</param>
internal sealed record VerbatimObject(string Json);
