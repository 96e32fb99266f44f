namespace StrokeFramework;

/// <summary>One line of a chart.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="X">Abscissae.</param>
/// <param name="Y">Ordinates, as many.</param>
public sealed record CurveSeries(string Label, IReadOnlyList<double> X, IReadOnlyList<double> Y);
