using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Sections;

/// <summary>What it takes to get the same result again: files, plugins, seed.</summary>
internal static class ProvenanceSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(MarkupWriter w, StudyReport report)
    {
        w.WriteLine($"<section id=\"provenance\"><h2>Provenance</h2>");
        RemarkList.Write(w, [.. report.Remarks.Where(r => r.Kind != RemarkKind.Warning)]);
        WriteFacts(w, report);
        if (report.Inputs.Count > 0)
        {
            w.WriteLine($"<h3>Input files</h3>");
            TableWriter.Begin(w, ["Role", "File", "SHA-256"]);
            foreach (ReportInput input in report.Inputs) w.WriteLine($"<tr><td>{input.Role}</td><td><code>{input.File}</code></td><td><code>{input.Sha256}</code></td></tr>");
            TableWriter.End(w);
        }

        if (report.Plugins.Count > 0)
        {
            w.WriteLine($"<h3>Plugins</h3>");
            TableWriter.Begin(w, ["Plugin", "Version", "SHA-256"]);
            foreach (ReportPlugin plugin in report.Plugins) w.WriteLine($"<tr><td>{plugin.Id}</td><td>{plugin.Version}</td><td><code>{plugin.Sha256}</code></td></tr>");
            TableWriter.End(w);
        }

        w.WriteLine($"</section>");
    }

    private static void WriteFacts(MarkupWriter w, StudyReport report)
    {
        TableWriter.Begin(w, ["", ""]);
        Row("Subject", report.Subject);
        if (report.Session is { } session) Row("Session", session);
        Row("Pipeline", report.Pipeline);
        Row("Grid", report.Images[0].Volume.Geometry.ToString());
        if (report.Seed is { } seed) Row("Seed", seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (report.Duration is { } duration) Row("Time", NumberText.Of(duration));
        foreach ((string name, string value) in report.Facts) Row(name, value);
        TableWriter.End(w);

        void Row(string name, string value) => w.WriteLine($"<tr><td>{name}</td><td>{value}</td></tr>");
    }
}
