namespace StrokeFramework;

/// <summary>One number, such as a threshold.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Caption">What it is.</param>
/// <param name="Value">The number; NaN for "none".</param>
/// <param name="Unit">Its unit, empty for a pure number.</param>
public sealed record ScalarDiagnostic(string Name, string Caption, double Value, string Unit = "") : Diagnostic(Name, Caption);
