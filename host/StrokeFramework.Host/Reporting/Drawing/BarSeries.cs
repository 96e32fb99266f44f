namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>One color of bars in a bar chart.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="Values">One value per category; NaN leaves a gap.</param>
/// <param name="Low">Lower ends of intervals, one per category, or null.</param>
/// <param name="High">Upper ends of intervals, one per category, or null.</param>
public sealed record BarSeries(string Label, IReadOnlyList<double> Values, IReadOnlyList<double>? Low = null, IReadOnlyList<double>? High = null);
