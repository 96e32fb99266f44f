namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>The range of the finite values of a figure.</summary>
internal static class ChartRange
{
    /// <summary>Lowest and highest finite value; with zero when asked and the values lie near it; 0 to 1 when there is none.</summary>
    public static (double Low, double High) Of(IEnumerable<double> values, bool withZero)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) continue;
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        if (low > high) return (0, 1);
        if (withZero && low > 0 && low < 0.5 * high) low = 0;
        if (withZero && high < 0 && high > 0.5 * low) high = 0;
        return (low, high);
    }
}
