using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Sections;

/// <summary>The feature table, laid down: a line per feature, a column per lesion, as there are more features than lesions.</summary>
internal static class FeatureSection
{
    private const int MostColumns = 12;

    /// <summary>Writes the section where there are features.</summary>
    public static void Write(MarkupWriter w, FeatureTable? features)
    {
        if (features is null || features.Rows.Count == 0) return;
        w.WriteLine($"<section id=\"features\"><h2>Features</h2>");
        var rows = features.Rows.Take(MostColumns).ToList();
        TableWriter.Begin(w, ["Feature", "Unit", .. rows.Select(r => "#" + Head(r))]);
        for (int c = 0; c < features.Schema.Columns.Count; c++)
        {
            FeatureColumn column = features.Schema.Columns[c];
            w.Write($"<tr><td class=\"wide\"><code>{column.Name}</code><small>{column.Description}</small></td><td>{column.Unit}</td>");
            foreach (FeatureRow row in rows) w.Write($"<td class=\"n\">{NumberText.Of(row.Values.Span[c])}</td>");
            w.WriteLine($"</tr>");
        }

        TableWriter.End(w);
        if (features.Rows.Count > MostColumns) w.WriteLine($"<p class=\"notice\">The first {MostColumns} of {features.Rows.Count} rows; the features file holds them all.</p>");
        w.WriteLine($"</section>");
    }

    private static string Head(FeatureRow row) =>
        row.Slice is { } slice ? $"lesion {NumberText.Of(row.Lesion)}, slice {NumberText.Of(slice)}" : $"lesion {NumberText.Of(row.Lesion)}";
}
