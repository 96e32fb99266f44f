namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>How values become places on a color map.</summary>
/// <param name="Low">Value of the lowest color.</param>
/// <param name="High">Value of the highest color.</param>
/// <param name="IsLogarithmic">Whether the color follows the logarithm.</param>
internal readonly record struct HeatScale(double Low, double High, bool IsLogarithmic)
{
    private const double Contrast = 100;

    /// <summary>The scale that shows all finite values.</summary>
    public static HeatScale Of(ReadOnlySpan<double> values)
    {
        var positive = new List<double>();
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) continue;
            low = Math.Min(low, value);
            high = Math.Max(high, value);
            if (value > 0) positive.Add(value);
        }

        if (low > high) return new(0, 1, false);
        if (low < 0 || positive.Count < 2) return new(low, high, false);
        positive.Sort();
        return high > Contrast * positive[positive.Count / 2] ? new(positive[0], high, true) : new(low, high, false);
    }

    /// <summary>Where a value lies between the lowest and the highest color, in [0, 1].</summary>
    public double Fraction(double value)
    {
        if (High <= Low) return 0;
        if (!IsLogarithmic) return (value - Low) / (High - Low);
        return value <= Low ? 0 : Math.Log(value / Low) / Math.Log(High / Low);
    }
}
