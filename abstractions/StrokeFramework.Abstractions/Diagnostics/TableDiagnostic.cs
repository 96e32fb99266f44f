namespace StrokeFramework;

/// <summary>A small table, such as the candidates a method weighed.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Header">Column heads.</param>
/// <param name="Rows">Cells, as many per row as there are heads.</param>
public sealed record TableDiagnostic(string Name, string Caption, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows) : Diagnostic(Name, Caption);
