using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Pictures;

namespace StrokeFramework.Host.Reporting.Sections;

/// <summary>What a method wanted shown: numbers in one table, the rest as figures.</summary>
internal static class DiagnosticSection
{
    /// <summary>Writes the diagnostics of one node.</summary>
    public static void Write(MarkupWriter w, IReadOnlyList<Diagnostic> diagnostics, StudyPictures pictures)
    {
        var scalars = diagnostics.OfType<ScalarDiagnostic>().ToList();
        if (scalars.Count > 0)
        {
            TableWriter.Begin(w, ["Measured on the way", "#Value", "Unit"]);
            foreach (ScalarDiagnostic scalar in scalars)
                w.WriteLine($"<tr><td class=\"wide\">{scalar.Name}<small>{scalar.Caption}</small></td><td class=\"n\">{(double.IsNaN(scalar.Value) ? "none" : NumberText.Of(scalar.Value))}</td><td>{scalar.Unit}</td></tr>");
            TableWriter.End(w);
        }

        if (diagnostics.Count == scalars.Count) return;
        w.WriteLine($"<div class=\"figures\">");
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (diagnostic is not ScalarDiagnostic) WriteFigure(w, diagnostic, pictures);
        }

        w.WriteLine($"</div>");
    }

    private static void WriteFigure(MarkupWriter w, Diagnostic diagnostic, StudyPictures pictures)
    {
        string style = diagnostic is MapDiagnostic or TableDiagnostic ? "wide" : "";
        w.WriteLine($"<figure class=\"{style}\"><h4>{diagnostic.Name}</h4><figcaption>{diagnostic.Caption}</figcaption>");
        switch (diagnostic)
        {
            case CurveDiagnostic curve:
                new LineChart { Title = curve.Name, XLabel = curve.XLabel, YLabel = curve.YLabel, Series = curve.Series, Marks = curve.Marks ?? new Dictionary<string, double>() }.Write(w);
                break;
            case MatrixDiagnostic matrix:
                new HeatMap { Title = matrix.Name, Rows = matrix.Rows, Columns = matrix.Columns, Values = matrix.Values }.Write(w);
                break;
            case MapDiagnostic map:
                MapSheet.Write(w, map, pictures);
                break;
            case TableDiagnostic table:
                TableWriter.Write(w, table.Header, table.Rows);
                break;
            default:
                w.WriteLine($"<p class=\"notice\">This report cannot draw a {diagnostic.GetType().Name}.</p>");
                break;
        }

        w.WriteLine($"</figure>");
    }
}
