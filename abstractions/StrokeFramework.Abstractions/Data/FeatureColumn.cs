namespace StrokeFramework;

/// <summary>One measured quantity.</summary>
/// <param name="Name">Short lower-case name with underscores, as it stands in a table's header.</param>
/// <param name="Unit">Unit such as <c>mm³</c>; empty for a pure number.</param>
/// <param name="Description">What it measures, in a sentence.</param>
public sealed record FeatureColumn(string Name, string Unit, string Description);
