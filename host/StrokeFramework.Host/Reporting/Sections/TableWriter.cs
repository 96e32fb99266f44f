using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Sections;

/// <summary>Plain tables of text.</summary>
internal static class TableWriter
{
    /// <summary>Writes the start of a table: the place to scroll, and the column heads. A head that begins with '#' is of numbers and stands at the right.</summary>
    public static void Begin(MarkupWriter w, IEnumerable<string> heads)
    {
        w.Write($"<div class=\"scroll\"><table><thead><tr>");
        foreach (string head in heads)
        {
            if (head.StartsWith('#')) w.Write($"<th class=\"n\">{head[1..]}</th>");
            else w.Write($"<th>{head}</th>");
        }

        w.WriteLine($"</tr></thead><tbody>");
    }

    /// <summary>Writes the end of a table.</summary>
    public static void End(MarkupWriter w) => w.WriteLine($"</tbody></table></div>");

    /// <summary>Writes a whole table; columns whose cells all are numbers stand at the right.</summary>
    public static void Write(MarkupWriter w, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        bool[] numeric = [.. header.Select((_, c) => rows.Count > 0 && rows.All(r => c < r.Count && IsNumber(r[c])))];
        Begin(w, header.Select((h, c) => numeric[c] ? "#" + h : h.TrimStart('#')));
        foreach (IReadOnlyList<string> row in rows)
        {
            w.Write($"<tr>");
            for (int c = 0; c < row.Count; c++)
            {
                if (c < numeric.Length && numeric[c]) w.Write($"<td class=\"n\">{row[c]}</td>");
                else w.Write($"<td>{row[c]}</td>");
            }

            w.WriteLine($"</tr>");
        }

        End(w);
    }

    private static bool IsNumber(string text) =>
        text is "" or "–" || double.TryParse(text.Replace('−', '-'), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
}
