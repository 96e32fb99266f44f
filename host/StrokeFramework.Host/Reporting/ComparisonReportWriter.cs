using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Comparisons;
using StrokeFramework.Host.Reporting.Evaluations;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting;

/// <summary>
/// Writes the report of a comparison: one HTML file with all figures, images and styles inside and no script. The same
/// summary gives the same bytes; only the section of times may differ between two runs.
/// </summary>
public static class ComparisonReportWriter
{
    /// <summary>Writes a report as UTF-8.</summary>
    /// <param name="summary">What was counted.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(ComparisonSummary summary, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(stream);
        using StreamWriter text = MarkupWriter.Open(stream);
        var w = new MarkupWriter(text);
        EvaluationResult data = summary.Result.AsEvaluation();
        ReportPage.Begin(w, $"Comparison on {summary.Result.DataSet}");
        ComparisonHead.Write(w, summary, data);
        ReportPage.Navigate(w,
        [
            ("segmentation", "Segmentation", summary.Segmentation is not null),
            ("images", "Images", summary.Result.Pictures.Count > 0),
            ("classification", "Classification", summary.Classification is not null),
            ("times", "Times", summary.Result.Times.Count > 0),
            ("protocol", "Protocol", true),
        ]);
        w.WriteLine($"<main>");
        if (summary.Segmentation is { } segmentation)
        {
            SegmentationComparisonSection.Write(w, segmentation, data);
            ImageTable.Write(w, summary.Result, segmentation, data);
        }

        if (summary.Classification is { } classification) ClassifierComparisonSection.Write(w, classification, data);
        TimeSection.Write(w, summary.Result.Times);
        ComparisonProtocolSection.Write(w, summary, data);
        w.WriteLine($"</main>");
        ReportPage.End(w);
    }
}
