using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>The grid, tick labels and axis titles round a plot.</summary>
internal static class ChartFrame
{
    /// <summary>Room under the plot for tick labels and the title of the abscissa.</summary>
    public const double Below = 42;

    /// <summary>Writes line, ticks, labels and title of the abscissa.</summary>
    public static void DrawAbscissa(MarkupWriter w, Axis x, double bottom, string label)
    {
        double left = x[x.Low], right = x[x.High];
        foreach (double tick in x.Ticks)
        {
            w.WriteLine($"<line class=\"axis\" x1=\"{x[tick]:0.#}\" x2=\"{x[tick]:0.#}\" y1=\"{bottom:0.#}\" y2=\"{bottom + 4:0.#}\"/>");
            SvgText.Put(w, x[tick], bottom + 17, NumberText.Of(tick), "middle", "dim");
        }

        w.WriteLine($"<line class=\"axis\" x1=\"{left:0.#}\" x2=\"{right:0.#}\" y1=\"{bottom:0.#}\" y2=\"{bottom:0.#}\"/>");
        SvgText.Put(w, (left + right) / 2, bottom + 34, SvgText.Fit(label, right - left), "middle");
    }

    /// <summary>Writes grid lines and labels of the ordinate, and its title above, where it can be read without turning the head.</summary>
    public static void DrawOrdinate(MarkupWriter w, Axis y, string label, double left, double right)
    {
        foreach (double tick in y.Ticks)
        {
            w.WriteLine($"<line class=\"grid\" x1=\"{left:0.#}\" x2=\"{right:0.#}\" y1=\"{y[tick]:0.#}\" y2=\"{y[tick]:0.#}\"/>");
            SvgText.Put(w, left - 6, y[tick] + 4, NumberText.Of(tick), "end", "dim");
        }

        if (label.Length > 0) SvgText.Put(w, 2, y[y.High] - 12, label);
    }

    /// <summary>Room that the widest tick label of an ordinate takes.</summary>
    public static double RoomFor(Axis y) => 12 + y.Ticks.Select(t => SvgText.WidthOf(NumberText.Of(t))).DefaultIfEmpty(20).Max();
}
