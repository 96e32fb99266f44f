namespace StrokeFramework;

/// <summary>A chart of one or more lines, with optional vertical marks such as thresholds.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="XLabel">Label of the abscissa, with unit.</param>
/// <param name="YLabel">Label of the ordinate, with unit.</param>
/// <param name="Series">The lines.</param>
/// <param name="Marks">Named positions on the abscissa, or null.</param>
public sealed record CurveDiagnostic(string Name, string Caption, string XLabel, string YLabel, IReadOnlyList<CurveSeries> Series, IReadOnlyDictionary<string, double>? Marks = null)
    : Diagnostic(Name, Caption);
