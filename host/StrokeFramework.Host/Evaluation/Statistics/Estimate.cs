namespace StrokeFramework.Host.Evaluation;

/// <summary>A figure and how sure it is.</summary>
/// <param name="Value">The figure; NaN where it is undefined.</param>
/// <param name="Interval">Its 95 % interval by bootstrap over patients.</param>
public readonly record struct Estimate(double Value, Interval Interval);
