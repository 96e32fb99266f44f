using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>Names and samples of a figure's series, in rows above the plot.</summary>
internal static class Legend
{
    private const double Row = 17;

    /// <summary>Writes the entries and returns the height they took.</summary>
    /// <param name="w">Where to.</param>
    /// <param name="left">Left edge.</param>
    /// <param name="right">Right edge.</param>
    /// <param name="entries">Name and style class of each entry.</param>
    /// <param name="sample">Draws the sample of a style centred at a point.</param>
    public static double Draw(MarkupWriter w, double left, double right, IReadOnlyList<(string Label, string Style)> entries, Action<string, double, double> sample)
    {
        if (entries.Count == 0) return 0;
        double x = left, y = 12;
        foreach ((string label, string style) in entries)
        {
            string shown = SvgText.Fit(label, right - left - 24);
            double width = 24 + SvgText.WidthOf(shown) + 10;
            if (x > left && x + width > right) (x, y) = (left, y + Row);
            sample(style, x + 9, y - 4);
            SvgText.Put(w, x + 23, y, shown);
            x += width;
        }

        return y + 8;
    }

    /// <summary>The style class of the n-th series.</summary>
    public static string SeriesStyle(int n) => "s" + (n % 8).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
