using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Sections;

/// <summary>The boxes that detectors found.</summary>
internal static class DetectionListSection
{
    private const int MostRows = 30;

    public static void Write(MarkupWriter w, StudyReport report)
    {
        if (report.Detections.Count == 0) return;
        Point3 spacing = report.Images[0].Volume.Geometry.Spacing;
        w.WriteLine($"<section id=\"detections\"><h2>Detections</h2>");
        foreach (StudyDetections output in report.Detections)
        {
            if (report.Detections.Count > 1) w.WriteLine($"<h3>{output.Name}</h3>");
            if (output.Detections.Count == 0)
            {
                w.WriteLine($"<p>No lesion detected.</p>");
                continue;
            }

            TableWriter.Begin(w, ["#Slice", "Type", "#Score", "#Width (mm)", "#Height (mm)"]);
            foreach (Detection detection in output.Detections.Take(MostRows))
                w.WriteLine($"<tr><td class=\"n\">{detection.Box.Slice}</td><td>{detection.Label}</td><td class=\"n\">{NumberText.Fixed(detection.Score, 3)}</td><td class=\"n\">{NumberText.Fixed(detection.Box.Width * spacing.X, 1)}</td><td class=\"n\">{NumberText.Fixed(detection.Box.Height * spacing.Y, 1)}</td></tr>");
            TableWriter.End(w);
            if (output.Detections.Count > MostRows) w.WriteLine($"<p class=\"notice\">The best {MostRows} of {NumberText.Of(output.Detections.Count)} boxes; the detections file holds them all.</p>");
        }

        w.WriteLine($"</section>");
    }
}
