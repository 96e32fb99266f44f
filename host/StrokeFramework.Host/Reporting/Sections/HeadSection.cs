using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Sections;

/// <summary>What was found in one line, whose study it is, and what to beware of.</summary>
internal static class HeadSection
{
    /// <summary>Writes the head.</summary>
    public static void Write(MarkupWriter w, StudyReport report)
    {
        w.WriteLine($"<header>");
        w.WriteLine($"<h1>{report.Title}</h1>");
        w.WriteLine($"<p class=\"finding\">{Finding(report)}</p>");
        w.Write($"<p class=\"dim\">");
        if (report.Segmentations is [{ Metrics: { } metrics }, ..]) w.Write($"Dice {NumberText.Fixed(metrics.Overlap.Dice, 3)} against the truth of {NumberText.Fixed(metrics.TruthVolume, 1)} ml · ");
        w.Write($"{report.Pipeline}");
        if (report.Duration is { } duration) w.Write($" · {NumberText.Of(duration)}");
        if (report.Finished is { } finished) w.Write($" · {finished:yyyy-MM-dd HH:mm zzz}");
        w.WriteLine($"</p>");
        w.WriteLine($"<p class=\"notice\">{ReportPage.Notice}</p>");
        WriteWarnings(w, report);
        w.WriteLine($"</header>");
    }

    /// <summary>What a segmentation found, such as "2 lesions, 31.4 ml".</summary>
    public static string Finding(LesionSet lesions)
    {
        int count = lesions.Lesions.Count;
        if (count == 0) return "No lesion found";
        double volume = lesions.Lesions.Sum(l => l.Volume) / 1000;
        return $"{NumberText.Of(count)} {(count == 1 ? "lesion" : "lesions")}, {Milliliters(volume)} ml";
    }

    /// <summary>A volume with one decimal, or with more where one would hide it.</summary>
    public static string Milliliters(double volume) => volume >= 1 ? NumberText.Fixed(volume, 1) : NumberText.Of(volume, 2);

    private static string Finding(StudyReport report)
    {
        string found = report switch
        {
            { Segmentations: [var segmentation, ..] } => Finding(segmentation.Lesions),
            { Detections: [{ Detections: [var best, ..] }, ..] } => $"Best box: {best.Label}, score {NumberText.Fixed(best.Score, 2)}, slice {NumberText.Of(best.Box.Slice)}",
            { Detections.Count: > 0 } => "No lesion detected",
            _ => "No segmentation in this pipeline",
        };
        return report.Types is [{ Lesions.Count: > 0 } type, ..] ? $"{found}, {type.Patient.Type}" : found;
    }

    private static void WriteWarnings(MarkupWriter w, StudyReport report)
    {
        var warnings = report.Remarks.Where(r => r.Kind == RemarkKind.Warning).Select(r => r.Message)
            .Concat(report.Nodes.SelectMany(n => n.Remarks.Where(r => r.Kind == RemarkKind.Warning).Select(r => $"{n.Name}: {r.Message}"))).ToList();
        if (warnings.Count == 0) return;
        w.WriteLine($"<ul class=\"warnings\" aria-label=\"Warnings\">");
        foreach (string warning in warnings) w.WriteLine($"<li>{warning}</li>");
        w.WriteLine($"</ul>");
    }
}
