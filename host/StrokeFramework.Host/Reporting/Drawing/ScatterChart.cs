using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>Points of several classes over two quantities: dots where the class was found, crosses where it was missed.</summary>
public sealed record ScatterChart : Chart
{
    private const double PlotHeight = 260;

    /// <summary>Title of the abscissa, with unit.</summary>
    public required string XLabel { get; init; }

    /// <summary>Title of the ordinate, with unit.</summary>
    public required string YLabel { get; init; }

    /// <summary>The classes.</summary>
    public required IReadOnlyList<ScatterSeries> Series { get; init; }

    internal override double Draw(MarkupWriter w)
    {
        var entries = Series.Select((s, n) => (s.Label, Style: Legend.SeriesStyle(n))).ToList();
        if (Series.Any(s => s.IsWrong?.Contains(true) == true)) entries.Add(("cross: wrongly classified", "plain"));
        double top = 26 + Legend.Draw(w, 4, Width - 4, entries, Sample), bottom = top + PlotHeight;
        (double lowX, double highX) = Widen(ChartRange.Of(Series.SelectMany(s => s.X), withZero: false));
        (double lowY, double highY) = Widen(ChartRange.Of(Series.SelectMany(s => s.Y), withZero: false));
        double left = ChartFrame.RoomFor(Axis.Over(lowY, highY, 0, 1, widen: true));
        Axis x = Axis.Over(lowX, highX, left, Width - 14, widen: true, steps: 6), y = Axis.Over(lowY, highY, bottom, top, widen: true);
        ChartFrame.DrawOrdinate(w, y, YLabel, left, Width - 14);
        ChartFrame.DrawAbscissa(w, x, bottom, XLabel);
        for (int n = 0; n < Series.Count; n++)
        {
            ScatterSeries series = Series[n];
            for (int p = 0; p < Math.Min(series.X.Count, series.Y.Count); p++)
            {
                if (double.IsFinite(series.X[p]) && double.IsFinite(series.Y[p]))
                    DrawPoint(w, Legend.SeriesStyle(n), x[series.X[p]], y[series.Y[p]], series.IsWrong?[p] == true);
            }
        }

        return bottom + ChartFrame.Below;

        void Sample(string style, double cx, double cy) => DrawPoint(w, style, cx, cy, style == "plain");
    }

    private static void DrawPoint(MarkupWriter w, string style, double x, double y, bool wrong)
    {
        if (wrong) w.WriteLine($"<path class=\"cross {style}\" d=\"M{x - 4:0.#} {y - 4:0.#}l8 8m0 -8l-8 8\"/>");
        else w.WriteLine($"<circle class=\"dot {style}\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3.5\"/>");
    }

    private static (double Low, double High) Widen((double Low, double High) range)
    {
        double pad = 0.03 * (range.High - range.Low);
        return (range.Low - pad, range.High + pad);
    }
}
