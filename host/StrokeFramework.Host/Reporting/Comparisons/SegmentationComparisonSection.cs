using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Evaluations;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting.Comparisons;

/// <summary>Segmentations beside each other: figures, a table per stroke type with a row per technique, pairs, and all that was counted.</summary>
internal static class SegmentationComparisonSection
{
    private static readonly (string Id, string Head, int Decimals)[] Columns =
    [
        ("jaccard", "Jaccard", 3), ("fpr_union", "FPR", 3), ("fnr_union", "FNR", 3), ("volume_difference_ml", "Volume difference (ml)", 1),
        ("hausdorff_95_mm", "Hausdorff 95 % (mm)", 0), ("lesion_count_difference", "Lesion-count difference", 1), ("lesion_f1", "Lesion F1", 2),
    ];

    /// <summary>Writes the section.</summary>
    public static void Write(MarkupWriter w, SegmentationComparison comparison, EvaluationResult data)
    {
        w.WriteLine($"<section id=\"segmentation\"><h2>Segmentation</h2>");
        List<EvaluationFigure> figures = [.. EvaluationFigures.Segmentation(comparison.Summary)];
        if (figures.Count > 0)
        {
            w.WriteLine($"<p class=\"measure\">Bars are means over studies; the lines on them are 95 % intervals over patients. For each study, Jaccard index, false-positive rate and false-negative rate sum to 1.</p>");
            EvaluationText.Figures(w, data, figures);
        }

        // All together first: it is what a reader looks for.
        foreach (string type in comparison.StrokeTypes.OrderBy(t => t == SegmentationClassSummary.AllTypes ? 0 : 1)) WriteType(w, comparison, type, data);
        if (figures.Count > 0)
            w.WriteLine($"<p class=\"notice measure\">Means over studies, below each its 95 % interval; below “less {comparison.Techniques[0]}” the interval of the difference by paired bootstrap over patients. FPR and FNR are over the union of both masks; over the truth and pixel-wise they stand under “All figures”. The Hausdorff distance exists only where both masks hold something; a smaller count beside it says in how many studies.</p>");
        SegmentationByClassSection.WriteFalseFindings(w, comparison.Summary);
        PairRows.WriteSegmentations(w, comparison.Pairs, data);
        WriteAll(w, comparison);
        w.WriteLine($"</section>");
    }

    private static void WriteType(MarkupWriter w, SegmentationComparison comparison, string type, EvaluationResult data)
    {
        int studies = comparison.Summary.Find(comparison.Techniques[0], type)!.Studies;
        w.WriteLine($"<h3>{(type == SegmentationClassSummary.AllTypes ? "All studies with a lesion" : type)} ({EvaluationText.Count(studies, "study", "studies")}){EvaluationText.Tag(data)}</h3>");
        w.WriteLine($"<div class=\"dense\">");
        bool several = comparison.Techniques.Count > 1;
        List<string> heads = ["Technique", "#Dice"];
        if (several) heads.Add($"#Dice less {comparison.Techniques[0]}");
        TableWriter.Begin(w, [.. heads, .. Columns.Select(c => "#" + c.Head), "#Lesions > 1 ml found"]);
        foreach (string technique in comparison.Techniques)
        {
            SegmentationClassSummary summary = comparison.Summary.Find(technique, type)!;
            w.Write($"<tr><td class=\"key\">{technique}</td>");
            WriteMean(w, summary.Find("dice")!, studies, 3);
            if (several && comparison.FindDifference(technique, type, "dice") is { } difference) EvaluationText.Cell(w, PairRows.Signed(difference.Difference.Value, 3), PairRows.Range(difference.Difference.Interval, 3));
            else if (several) w.Write($"<td class=\"n\">–</td>");
            foreach ((string id, _, int decimals) in Columns) WriteMean(w, summary.Find(id)!, studies, decimals);
            LargeLesionSummary large = comparison.FindLarge(technique, type);
            EvaluationText.Cell(w, large.Lesions == 0 ? "–" : $"{EvaluationText.Percent(large.Sensitivity.Value)} of {NumberText.Of(large.Lesions)}", EvaluationText.Percent(large.Sensitivity.Interval));
            w.WriteLine($"</tr>");
        }

        TableWriter.End(w);
        w.WriteLine($"</div>");
    }

    // Without the spread over studies, which stands in compare-by-class.csv: a row must fit the page.
    private static void WriteMean(MarkupWriter w, MetricSummary metric, int studies, int decimals) => EvaluationText.Cell(
        w, NumberText.Fixed(metric.Mean, decimals) + (metric.Count < studies ? $" (n = {NumberText.Of(metric.Count)})" : ""), EvaluationText.Fixed(metric.MeanInterval, decimals));

    private static void WriteAll(MarkupWriter w, SegmentationComparison comparison)
    {
        w.WriteLine($"<details><summary>All figures, mean per stroke type and technique</summary>");
        List<(string Type, SegmentationClassSummary[] Columns)> types = [.. comparison.StrokeTypes.Select(t => (t, comparison.Techniques.Select(k => comparison.Summary.Find(k, t)!).ToArray()))];
        TableWriter.Begin(w, ["Stroke type", "Figure", .. comparison.Techniques.Select(t => "#" + t)]);
        foreach ((string type, SegmentationClassSummary[] columns) in types)
        {
            for (int m = 0; m < columns[0].Metrics.Count; m++)
            {
                MetricSummary first = columns[0].Metrics[m];
                w.Write($"<tr><td class=\"key\">{type}</td><td>{first.Name}{(first.Unit.Length > 0 ? $" ({first.Unit})" : "")}</td>");
                foreach (SegmentationClassSummary column in columns) EvaluationText.Cell(w, NumberText.Of(column.Metrics[m].Mean), Small(column.Metrics[m].MeanInterval));
                w.WriteLine($"</tr>");
            }
        }

        TableWriter.End(w);
        w.WriteLine($"</details>");
    }

    private static string Small(Interval interval) => double.IsNaN(interval.Low) ? "" : $"{NumberText.Of(interval.Low, 3)}–{NumberText.Of(interval.High, 3)}";
}
