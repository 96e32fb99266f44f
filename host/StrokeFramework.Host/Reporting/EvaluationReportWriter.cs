using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Evaluations;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting;

/// <summary>
/// Writes the report of an evaluation: one HTML file with all figures and styles inside and no script, for screens of any
/// size and for paper. The same summary gives the same bytes; only the section of times may differ between two runs.
/// </summary>
public static class EvaluationReportWriter
{
    /// <summary>Writes a report as UTF-8.</summary>
    /// <param name="summary">What was counted.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(EvaluationSummary summary, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(stream);
        using StreamWriter text = MarkupWriter.Open(stream);
        var w = new MarkupWriter(text);
        ReportPage.Begin(w, $"Evaluation of {summary.Result.Pipeline} on {summary.Result.DataSet}");
        EvaluationHead.Write(w, summary);
        ReportPage.Navigate(w,
        [
            ("segmentation", "Segmentation", summary.Segmentation.Count > 0),
            ("detection", "Detection", summary.Detection.Count > 0),
            ("classification", "Classification", summary.EndToEnd is not null),
            ("errors", "Errors", summary.EndToEnd is not null),
            ("times", "Times", summary.Result.Times.Count > 0),
            ("protocol", "Protocol", true),
        ]);
        w.WriteLine($"<main>");
        SegmentationByClassSection.Write(w, summary);
        DetectionSection.Write(w, summary);
        ClassificationSection.Write(w, summary);
        ErrorSection.Write(w, summary);
        TimeSection.Write(w, summary.Result.Times);
        ProtocolSection.Write(w, summary);
        w.WriteLine($"</main>");
        ReportPage.End(w);
    }
}
