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

    /// <summary>Breaks a text that would run too wide into two lines, at its last hyphen or space that fits; what still runs too wide is shortened.</summary>
    public static (string First, string Second) Wrap(string text, double width)
    {
        if (WidthOf(text) <= width) return (text, "");
        int most = Math.Min(text.Length - 1, (int)(width / WidthOf("x"))), at = most <= 0 ? -1 : text.LastIndexOfAny(['-', ' '], most - 1);
        return at < 0 ? (Fit(text, width), "") : (text[..(at + 1)].TrimEnd(), Fit(text[(at + 1)..], width));
    }
}
