using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>Lines over a common abscissa, with optional named vertical marks such as thresholds.</summary>
public sealed record LineChart : Chart
{
    private const double PlotHeight = 200;

    /// <summary>Title of the abscissa, with unit.</summary>
    public required string XLabel { get; init; }

    /// <summary>Title of the ordinate, with unit.</summary>
    public required string YLabel { get; init; }

    /// <summary>The lines; a value that is not finite breaks its line.</summary>
    public required IReadOnlyList<CurveSeries> Series { get; init; }

    /// <summary>Named positions on the abscissa.</summary>
    public IReadOnlyDictionary<string, double> Marks { get; init; } = new Dictionary<string, double>();

    /// <summary>Both axes run from 0 to 1, the plot is square and unless said otherwise its diagonal is drawn for reference.</summary>
    public bool IsUnitSquare { get; init; }

    /// <summary>Whether the diagonal of a unit square means something, such as chance.</summary>
    public bool HasDiagonal { get; init; } = true;

    internal override double Width => IsUnitSquare ? 360 : 480;

    /// <summary>Receiver operating characteristics: one curve per class, with its area in the legend.</summary>
    /// <param name="title">What the figure shows.</param>
    /// <param name="curves">Name, false-positive rates, true-positive rates and area under each curve.</param>
    public static LineChart Roc(string title, IEnumerable<(CurveSeries Curve, double Area)> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        return new()
        {
            Title = title,
            XLabel = "False-positive rate",
            YLabel = "True-positive rate",
            Series = [.. curves.Select(c => c.Curve with { Label = $"{c.Curve.Label}, AUC {NumberText.Fixed(c.Area, 3)}" })],
            IsUnitSquare = true,
        };
    }

    internal override double Draw(MarkupWriter w)
    {
        double height = IsUnitSquare ? 280 : PlotHeight;
        double top = Series.Count > 1 || IsUnitSquare ? Legend.Draw(w, 4, Width - 4, [.. Series.Select((s, n) => (s.Label, Legend.SeriesStyle(n)))], Sample) : 2;
        top += 24;
        (double lowX, double highX) = IsUnitSquare ? (0, 1) : ChartRange.Of(Series.SelectMany(s => s.X).Concat(Marks.Values), withZero: false);
        (double lowY, double highY) = IsUnitSquare ? (0, 1) : ChartRange.Of(Series.SelectMany(s => s.Y), withZero: true);
        // The room at the left follows from the tick labels, which do not depend on the place.
        double left = ChartFrame.RoomFor(Axis.Over(lowY, highY, 0, 1, widen: true));
        Axis x = Axis.Over(lowX, highX, left, Width - 14, widen: false, steps: 6);
        MarkLabels labels = MarkLabels.Arrange(Marks, x, left, Width - 4);
        top += labels.Height;
        Axis y = Axis.Over(lowY, highY, top + height, top, widen: true);

        ChartFrame.DrawOrdinate(w, y, "", left, Width - 14);
        ChartFrame.DrawAbscissa(w, x, top + height, XLabel);
        SvgText.Put(w, 2, top - labels.Height - 12, YLabel);
        if (IsUnitSquare && HasDiagonal) w.WriteLine($"<line class=\"reference\" x1=\"{x[0]:0.#}\" y1=\"{y[0]:0.#}\" x2=\"{x[1]:0.#}\" y2=\"{y[1]:0.#}\"/>");
        for (int n = 0; n < Series.Count; n++)
        {
            RawMarkup path = LinePath.Of(Series[n], x, y);
            if (path.Text.Length > 0) w.WriteLine($"<path class=\"line {Legend.SeriesStyle(n)}\" d=\"{path}\"/>");
        }

        labels.Draw(w, top, top + height);
        return top + height + ChartFrame.Below;

        void Sample(string style, double cx, double cy) => w.WriteLine($"<path class=\"line {style}\" d=\"M{cx - 8:0.#} {cy:0.#}h16\"/>");
    }
}
