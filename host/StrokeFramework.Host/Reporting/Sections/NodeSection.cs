using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Pictures;

namespace StrokeFramework.Host.Reporting.Sections;

/// <summary>What each node did: parameters and where their defaults come from, remarks, and what the method wanted shown.</summary>
internal static class NodeSection
{
    /// <summary>Writes all nodes.</summary>
    public static void Write(MarkupWriter w, StudyReport report, StudyPictures pictures)
    {
        if (report.Nodes.Count == 0) return;
        w.WriteLine($"<section id=\"steps\"><h2>Steps</h2>");
        foreach (NodeReport node in report.Nodes) Write(w, node, pictures);
        w.WriteLine($"</section>");
    }

    private static void Write(MarkupWriter w, NodeReport node, StudyPictures pictures)
    {
        string time = node.FromCache ? "from the cache" : node.Duration is { } duration ? NumberText.Of(duration) : "";
        w.WriteLine($"<details class=\"node\" open><summary><strong>{node.Name}</strong><span>{(node.Title.Length > 0 ? node.Title : node.Stage)}</span><span class=\"time\">{time}</span></summary>");
        w.Write($"<p class=\"notice\"><code>{node.Stage}</code>");
        if (node.PluginVersion.Length > 0) w.Write($" {node.PluginVersion}");
        if (node.Citation.Length > 0) w.Write($" · {node.Citation}");
        w.WriteLine($"</p>");
        RemarkList.Write(w, node.Remarks);
        WriteParameters(w, node.Parameters);
        DiagnosticSection.Write(w, node.Diagnostics, pictures);
        w.WriteLine($"</details>");
    }

    private static void WriteParameters(MarkupWriter w, IReadOnlyList<ReportParameter> parameters)
    {
        if (parameters.Count == 0) return;
        TableWriter.Begin(w, ["Parameter", "#Value", "Unit", "#Default", "Default’s origin"]);
        foreach (ReportParameter parameter in parameters)
        {
            w.Write($"<tr class=\"{(parameter.IsSetByUser ? "changed" : "")}\"><td><code>{parameter.Name}</code>");
            if (parameter.IsSetByUser) w.Write($" <span class=\"tag user\">set by you</span>");
            if (parameter.Description.Length > 0) w.Write($"<small>{parameter.Description}</small>");
            w.Write($"</td><td class=\"n\">{parameter.Value}</td><td>{parameter.Unit}</td><td class=\"n\">{parameter.Default}</td><td>");
            if (parameter.Provenance is { } provenance) w.Write($"<span class=\"tag\">{Word(provenance)}</span>");
            if (parameter.ProvenanceNote.Length > 0) w.Write($"<small>{parameter.ProvenanceNote}</small>");
            w.WriteLine($"</td></tr>");
        }

        TableWriter.End(w);
    }

    private static string Word(Provenance provenance) => provenance switch
    {
        Provenance.Sourced => "sourced",
        Provenance.Derived => "derived",
        _ => "inferred",
    };
}
