namespace StrokeFramework.Host.Evaluation;

/// <summary>A 95 % confidence interval.</summary>
/// <param name="Low">Its lower end; NaN where there is no interval.</param>
/// <param name="High">Its upper end; NaN where there is no interval.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The interval of what cannot be judged, such as a figure of one patient.</summary>
    public static Interval None { get; } = new(double.NaN, double.NaN);
}
