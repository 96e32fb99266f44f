using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Pictures;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting;

/// <summary>
/// Writes the report of one study: one HTML file with all pictures and styles inside and no script, for screens of any
/// size and for paper. The same report gives the same bytes.
/// </summary>
public static class StudyReportWriter
{
    /// <summary>Writes a report as UTF-8.</summary>
    /// <param name="report">What it says.</param>
    /// <param name="stream">Where to; stays open.</param>
    /// <exception cref="ArgumentException">There is no image, or something does not lie on the first image's grid; the message says what.</exception>
    public static void Write(StudyReport report, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        Check(report);
        var pictures = new StudyPictures(report);
        using StreamWriter text = MarkupWriter.Open(stream);
        var w = new MarkupWriter(text);
        ReportPage.Begin(w, $"{report.Title} · {report.Pipeline}");
        HeadSection.Write(w, report);
        WriteNavigation(w, report);
        w.WriteLine($"<main>");
        ImageSection.Write(w, report, pictures);
        ResultSection.WriteLesions(w, report);
        ResultSection.WriteMetrics(w, report);
        DetectionListSection.Write(w, report);
        TypeSection.Write(w, report.Types);
        FeatureSection.Write(w, report.Features);
        NodeSection.Write(w, report, pictures);
        ProvenanceSection.Write(w, report);
        w.WriteLine($"</main>");
        ReportPage.End(w);
    }

    private static void WriteNavigation(MarkupWriter w, StudyReport report) => ReportPage.Navigate(w,
    [
        ("images", "Images", true),
        ("lesions", "Lesions", report.Segmentations.Count > 0),
        ("metrics", "Agreement", report.Segmentations.Any(s => s.Metrics is not null)),
        ("detections", "Detections", report.Detections.Count > 0),
        ("types", "Stroke type", report.Types.Count > 0),
        ("features", "Features", report.Features?.Rows.Count > 0),
        ("steps", "Steps", report.Nodes.Count > 0),
        ("provenance", "Provenance", true),
    ]);

    private static void Check(StudyReport report)
    {
        if (report.Images.Count == 0) throw new ArgumentException("A report needs at least one image of the study.", nameof(report));
        VolumeGeometry grid = report.Images[0].Volume.Geometry;
        foreach (StudyImage image in report.Images) On(image.Name, image.Volume.Geometry);
        foreach (StudySegmentation segmentation in report.Segmentations) On($"segmentation '{segmentation.Name}'", segmentation.Segmentation.Geometry);
        if (report.Truth is { } truth) On("truth", truth.Geometry);

        void On(string what, VolumeGeometry other)
        {
            if (grid.DescribeMismatch(other) is { } mismatch)
                throw new ArgumentException($"The {what} does not lie on the grid of {report.Images[0].Name}: {mismatch}.", nameof(report));
        }
    }
}
