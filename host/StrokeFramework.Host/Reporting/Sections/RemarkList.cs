using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Sections;

/// <summary>Remarks as a list, warnings marked.</summary>
internal static class RemarkList
{
    /// <summary>Writes the list where there is a remark.</summary>
    public static void Write(MarkupWriter w, IReadOnlyList<ReportRemark> remarks)
    {
        if (remarks.Count == 0) return;
        w.WriteLine($"<ul class=\"remarks\">");
        foreach (ReportRemark remark in remarks)
        {
            bool warning = remark.Kind == RemarkKind.Warning;
            w.WriteLine($"<li class=\"{(warning ? "warning" : "")}\">{(warning ? "Warning: " : "")}{remark.Message}</li>");
        }

        w.WriteLine($"</ul>");
    }
}
