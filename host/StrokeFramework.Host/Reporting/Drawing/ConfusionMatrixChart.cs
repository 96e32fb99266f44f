using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>
/// A confusion matrix: true class down, predicted class across, counts in the cells, and at the right each class's
/// share found (TPR) and missed (FNR). Cells are shaded by their share of the row.
/// </summary>
public sealed record ConfusionMatrixChart : Chart
{
    private const double Cell = 54;
    private const double Rates = 58;

    /// <summary>The classes, in order.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Counts, row by row: true class down, predicted class across.</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    private double Left => 16 + Classes.Append("True class").Max(SvgText.WidthOf);

    internal override double Width => Left + (Classes.Count * (Cell + 2)) + 12 + (2 * Rates);

    internal override double Draw(MarkupWriter w)
    {
        int n = Classes.Count;
        const double top = 24;
        double pitch = Cell + 2, bottom = top + (n * pitch), rates = Left + (n * pitch) + 12;
        SvgText.Put(w, Left - 8, top - 10, "True class", "end", "dim");
        SvgText.Put(w, rates + (Rates / 2), top - 10, "TPR", "middle", "dim");
        SvgText.Put(w, rates + (1.5 * Rates), top - 10, "FNR", "middle", "dim");
        for (int row = 0; row < n; row++)
        {
            double y = top + (row * pitch), middle = y + (Cell / 2) + 4;
            int total = Enumerable.Range(0, n).Sum(c => Counts[(row * n) + c]);
            SvgText.Put(w, Left - 8, middle, Classes[row], "end");
            for (int column = 0; column < n; column++)
            {
                int count = Counts[(row * n) + column];
                double share = total == 0 ? 0 : (double)count / total, x = Left + (column * pitch);
                string style = row == column ? "right" : "wrong";
                w.WriteLine($"<rect class=\"cell\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Cell}\" height=\"{Cell}\" rx=\"3\"/>");
                w.WriteLine($"<rect class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Cell}\" height=\"{Cell}\" rx=\"3\" fill-opacity=\"{0.95 * share:0.##}\"/>");
                SvgText.Put(w, x + (Cell / 2), middle, NumberText.Of(count), "middle", share > 0.6 ? "count strong" : "count");
            }

            string found = total == 0 ? "–" : NumberText.Fixed(100.0 * Counts[(row * n) + row] / total, 1) + " %";
            string missed = total == 0 ? "–" : NumberText.Fixed(100.0 * (total - Counts[(row * n) + row]) / total, 1) + " %";
            SvgText.Put(w, rates + (Rates / 2), middle, found, "middle");
            SvgText.Put(w, rates + (1.5 * Rates), middle, missed, "middle");
        }

        bool slanted = Classes.Any(c => SvgText.WidthOf(c) > pitch);
        for (int column = 0; column < n; column++)
        {
            double x = Left + (column * pitch) + (Cell / 2), y = bottom + 14;
            if (slanted) w.WriteLine($"<text x=\"{x + 6:0.#}\" y=\"{y - 2:0.#}\" text-anchor=\"end\" transform=\"rotate(-35 {x + 6:0.#} {y - 2:0.#})\">{Classes[column]}</text>");
            else SvgText.Put(w, x, y, Classes[column], "middle");
        }

        double below = slanted ? 18 + (0.58 * Classes.Max(SvgText.WidthOf)) : 24;
        SvgText.Put(w, Left + (n * pitch / 2), bottom + below + 10, "Predicted class", "middle", "dim");
        return bottom + below + 18;
    }
}
