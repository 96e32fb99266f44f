using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>Bars per category, grouped by series, with the value on each bar and optional intervals.</summary>
public sealed record BarChart : Chart
{
    private const double PlotHeight = 200;

    /// <summary>Title of the ordinate, with unit.</summary>
    public required string YLabel { get; init; }

    /// <summary>Names of the groups of bars.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The bars: one value per category each.</summary>
    public required IReadOnlyList<BarSeries> Series { get; init; }

    /// <summary>Upper end of the ordinate, such as 1 for a Dice coefficient; null follows the data.</summary>
    public double? Highest { get; init; }

    internal override double Width => Math.Max(480, 70 + (Categories.Count * Math.Max(70, 14.0 * Series.Count)));

    internal override double Draw(MarkupWriter w)
    {
        double top = 26 + (Series.Count > 1 ? Legend.Draw(w, 4, Width - 4, [.. Series.Select((s, n) => (s.Label, Legend.SeriesStyle(n)))], Sample) : 4);
        double bottom = top + PlotHeight;
        (double low, double high) = ChartRange.Of(Series.SelectMany(s => s.Values.Concat(s.High ?? []).Concat(s.Low ?? [])).Append(0), withZero: true);
        double left = ChartFrame.RoomFor(Axis.Over(low, Highest ?? high, 0, 1, widen: true)), right = Width - 8;
        Axis y = Axis.Over(low, Highest ?? high, bottom, top, widen: true);
        ChartFrame.DrawOrdinate(w, y, YLabel, left, right);

        double slot = (right - left) / Math.Max(1, Categories.Count), bar = Math.Min(46, slot * 0.8 / Math.Max(1, Series.Count));
        List<(string First, string Second)> names = [.. Categories.Select(c => SvgText.Wrap(c, slot - 4))];
        for (int c = 0; c < Categories.Count; c++)
        {
            double center = left + (slot * (c + 0.5));
            for (int n = 0; n < Series.Count; n++) DrawBar(w, Series[n], n, c, y, center + ((n - (Series.Count / 2.0)) * bar), bar);
            SvgText.Put(w, center, bottom + 17, names[c].First, "middle");
            if (names[c].Second.Length > 0) SvgText.Put(w, center, bottom + 32, names[c].Second, "middle");
        }

        w.WriteLine($"<line class=\"axis\" x1=\"{left:0.#}\" x2=\"{right:0.#}\" y1=\"{y[0]:0.#}\" y2=\"{y[0]:0.#}\"/>");
        return bottom + (names.Exists(n => n.Second.Length > 0) ? 41 : 26);

        void Sample(string style, double cx, double cy) => w.WriteLine($"<rect class=\"fill {style}\" x=\"{cx - 6:0.#}\" y=\"{cy - 5:0.#}\" width=\"11\" height=\"11\"/>");
    }

    private void DrawBar(MarkupWriter w, BarSeries series, int n, int category, Axis y, double x, double width)
    {
        double value = series.Values[category];
        if (!double.IsFinite(value)) return;
        double from = y[0], to = y[value], end = Math.Min(from, to);
        w.WriteLine($"<rect class=\"fill {Legend.SeriesStyle(n)}\" x=\"{x + 1:0.#}\" y=\"{end:0.#}\" width=\"{width - 2:0.#}\" height=\"{Math.Abs(from - to):0.#}\"><title>{series.Label}: {NumberText.Of(value)}</title></rect>");
        double middle = x + (width / 2);
        if (series.Low is { } low && series.High is { } high && double.IsFinite(low[category]) && double.IsFinite(high[category]))
        {
            w.WriteLine($"<path class=\"interval\" d=\"M{middle:0.#} {y[low[category]]:0.#}V{y[high[category]]:0.#}m-3 0h6M{middle - 3:0.#} {y[low[category]]:0.#}h6\"/>");
            end = Math.Min(end, y[high[category]]);
        }

        if (width >= 26) SvgText.Put(w, middle, end - 4, Highest is 1 ? NumberText.Fixed(value, 2) : NumberText.Of(value, 2), "middle", "value");
    }
}
