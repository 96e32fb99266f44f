namespace StrokeFramework;

/// <summary>A matrix drawn as a heat map, such as a co-occurrence matrix.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Number of columns.</param>
/// <param name="Values">Row by row.</param>
public sealed record MatrixDiagnostic(string Name, string Caption, int Rows, int Columns, ReadOnlyMemory<double> Values) : Diagnostic(Name, Caption);
