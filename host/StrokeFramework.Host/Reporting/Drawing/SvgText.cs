using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>Text in a drawing. Its width can only be guessed, as the reader's font is not known.</summary>
internal static class SvgText
{
    /// <summary>About how wide a text of 12 units height runs.</summary>
    public static double WidthOf(string text) => 6.3 * text.Length;

    /// <summary>Writes a text.</summary>
    /// <param name="w">Where to.</param>
    /// <param name="x">Anchor, in user units.</param>
    /// <param name="y">Baseline.</param>
    /// <param name="text">The text.</param>
    /// <param name="anchor">start, middle or end.</param>
    /// <param name="style">Style class, or empty.</param>
    public static void Put(MarkupWriter w, double x, double y, string text, string anchor = "start", string style = "") =>
        w.WriteLine($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" class=\"{style}\">{text}</text>");

    /// <summary>Shortens a text that would run too wide.</summary>
    public static string Fit(string text, double width)
    {
        int most = Math.Max(1, (int)(width / 6.3));
        return text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1), "…");
    }
}
