namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>A linear axis: data range, round tick positions and the place of a value on the paper.</summary>
internal sealed class Axis
{
    private readonly double _from;
    private readonly double _to;

    private Axis(double low, double high, double from, double to, IReadOnlyList<double> ticks) =>
        (Low, High, _from, _to, Ticks) = (low, high, from, to, ticks);

    /// <summary>Lowest value shown.</summary>
    public double Low { get; }

    /// <summary>Highest value shown.</summary>
    public double High { get; }

    /// <summary>Round values within the range.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>An axis over a data range.</summary>
    /// <param name="low">Lowest value.</param>
    /// <param name="high">Highest value.</param>
    /// <param name="from">Where the lowest value lies on the paper.</param>
    /// <param name="to">Where the highest value lies.</param>
    /// <param name="widen">Whether the range grows to the next round values.</param>
    /// <param name="steps">About how many steps between ticks.</param>
    public static Axis Over(double low, double high, double from, double to, bool widen, int steps = 5)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high)) (low, high) = (0, 1);
        if (high - low <= 1e-12 * Math.Max(Math.Abs(low), Math.Abs(high)))
        {
            double pad = low == 0 ? 1 : Math.Abs(low) * 0.1;
            (low, high) = (low - pad, high + pad);
        }

        double step = RoundStep((high - low) / steps);
        if (widen) (low, high) = (step * Math.Floor((low / step) + 1e-9), step * Math.Ceiling((high / step) - 1e-9));
        var ticks = new List<double>();
        for (double n = Math.Ceiling((low / step) - 1e-9); n * step <= high + (1e-9 * step); n++) ticks.Add(n * step);
        return new(low, high, from, to, ticks);
    }

    /// <summary>The place of a value on the paper.</summary>
    public double this[double value] => _from + ((value - Low) / (High - Low) * (_to - _from));

    /// <summary>Whether a value lies on the axis.</summary>
    public bool Shows(double value) => value >= Low && value <= High;

    private static double RoundStep(double raw)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(raw))), lead = raw / power;
        return power * (lead <= 1.0001 ? 1 : lead <= 2.0001 ? 2 : lead <= 5.0001 ? 5 : 10);
    }
}
