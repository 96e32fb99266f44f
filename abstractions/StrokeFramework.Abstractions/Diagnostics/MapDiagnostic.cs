namespace StrokeFramework;

/// <summary>A map on the study's grid, such as clusters or arrival times; shown slice by slice.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Values">The map; NaN is left blank.</param>
/// <param name="Unit">Unit of the values, empty for labels.</param>
public sealed record MapDiagnostic(string Name, string Caption, Volume<float> Values, string Unit = "") : Diagnostic(Name, Caption);
