using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>Vertical marks on a chart, whose labels stand in as many rows above the plot as they need.</summary>
internal sealed class MarkLabels
{
    private const double Row = 15;
    private readonly List<(string Text, double X, double TextX, int Row)> _marks = [];
    private int _rows;

    /// <summary>Height of the rows.</summary>
    public double Height => _rows * Row;

    /// <summary>Gives each mark that lies on the axis a place for its label.</summary>
    public static MarkLabels Arrange(IReadOnlyDictionary<string, double> marks, Axis x, double left, double right)
    {
        var labels = new MarkLabels();
        var ends = new List<double>();
        foreach ((string name, double value) in marks.OrderBy(m => m.Value).ThenBy(m => m.Key, StringComparer.Ordinal))
        {
            if (!x.Shows(value)) continue;
            string text = SvgText.Fit($"{name} {NumberText.Of(value, 3)}", right - left);
            double half = SvgText.WidthOf(text) / 2, center = Math.Max(left + half, Math.Min(right - half, x[value]));
            int row = ends.FindIndex(end => end + 8 <= center - half);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }

            ends[row] = center + half;
            labels._marks.Add((text, x[value], center, row));
        }

        labels._rows = ends.Count;
        return labels;
    }

    /// <summary>Writes lines and labels; the rows end at the top of the plot.</summary>
    public void Draw(MarkupWriter w, double top, double bottom)
    {
        foreach ((_, double x, _, int row) in _marks)
        {
            double y = top - (row * Row) - 4;
            w.WriteLine($"<line class=\"mark\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{y + 3:0.#}\" y2=\"{bottom:0.#}\"/>");
        }

        // After the lines, so that no line strikes a label through.
        foreach ((string text, _, double textX, int row) in _marks) SvgText.Put(w, textX, top - (row * Row) - 4, text, "middle", "mark");
    }
}
