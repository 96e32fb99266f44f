namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>One class of points in a scatter chart.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="X">Abscissae.</param>
/// <param name="Y">Ordinates, as many.</param>
/// <param name="IsWrong">Whether each point was classified wrongly, and is drawn as a cross; null when all were right.</param>
public sealed record ScatterSeries(string Label, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<bool>? IsWrong = null);
