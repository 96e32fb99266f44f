namespace StrokeFramework.Imaging;

/// <summary>Draws histograms in reports.</summary>
public static class HistogramCurve
{
    /// <summary>A histogram as one line of a chart: bin centers against counts.</summary>
    /// <param name="label">Its name in the legend.</param>
    /// <param name="histogram">The histogram.</param>
    public static CurveSeries Of(string label, Histogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        var x = new double[histogram.Bins];
        var y = new double[histogram.Bins];
        for (int bin = 0; bin < x.Length; bin++) (x[bin], y[bin]) = (histogram.CenterOf(bin), histogram.Counts[bin]);
        return new(label, x, y);
    }
}
