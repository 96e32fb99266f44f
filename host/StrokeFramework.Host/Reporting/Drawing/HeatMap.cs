using StrokeFramework.Host.Data.Png;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>
/// A matrix in color, first row on top. Where one value outweighs most others a hundredfold, as in co-occurrence
/// matrices, the color follows the logarithm, and the color bar says so.
/// </summary>
public sealed record HeatMap : Chart
{
    private const double Side = 260;
    private const int MostWithNumbers = 8;

    /// <summary>Number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Number of columns.</summary>
    public required int Columns { get; init; }

    /// <summary>The values, row by row; what is not finite is left blank.</summary>
    public required ReadOnlyMemory<double> Values { get; init; }

    internal override double Width => 400;

    internal override double Draw(MarkupWriter w)
    {
        HeatScale scale = HeatScale.Of(Values.Span);
        const double left = 34, top = 10;
        double cell = Side / Math.Max(Rows, Columns), width = cell * Columns, height = cell * Rows;
        w.WriteLine($"<image class=\"pixels\" x=\"{left}\" y=\"{top}\" width=\"{width:0.##}\" height=\"{height:0.##}\" preserveAspectRatio=\"none\" href=\"{DataUri.Png(s => WritePixels(s, scale))}\"/>");
        w.WriteLine($"<rect class=\"frame\" x=\"{left}\" y=\"{top}\" width=\"{width:0.##}\" height=\"{height:0.##}\"/>");
        if (Math.Max(Rows, Columns) <= MostWithNumbers) DrawNumbers(w, scale, left, top, cell);
        SvgText.Put(w, left - 6, top + Math.Min(cell, 12), "0", "end", "dim");
        SvgText.Put(w, left - 6, top + height, NumberText.Of(Rows - 1), "end", "dim");
        SvgText.Put(w, left, top + height + 15, "0", "start", "dim");
        SvgText.Put(w, left + width, top + height + 15, NumberText.Of(Columns - 1), "end", "dim");
        double bar = Math.Max(height, 90);
        ColorBar.Draw(w, left + width + 16, top, bar, scale);
        return top + Math.Max(bar, height + 10) + 12;
    }

    private void WritePixels(Stream stream, HeatScale scale)
    {
        // The last place of the palette is the blank.
        var pixels = new byte[Rows * Columns];
        for (int p = 0; p < pixels.Length; p++)
            pixels[p] = double.IsFinite(Values.Span[p]) ? (byte)ColorMap.Place(scale.Fraction(Values.Span[p])) : (byte)ColorMap.Count;
        PngWriter.WriteIndexed(stream, Columns, Rows, pixels, [.. ColorMap.Sequential, 0, 0, 0], [.. Enumerable.Repeat((byte)255, ColorMap.Count), 0]);
    }

    private void DrawNumbers(MarkupWriter w, HeatScale scale, double left, double top, double cell)
    {
        for (int p = 0; p < Values.Length; p++)
        {
            double value = Values.Span[p];
            if (!double.IsFinite(value)) continue;
            string style = ColorMap.IsLight(ColorMap.Place(scale.Fraction(value))) ? "onlight" : "ondark";
            SvgText.Put(w, left + (cell * ((p % Columns) + 0.5)), top + (cell * ((p / Columns) + 0.5)) + 4, NumberText.Of(value, 3), "middle", style);
        }
    }
}
