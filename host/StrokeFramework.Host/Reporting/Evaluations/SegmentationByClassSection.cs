using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting.Evaluations;

/// <summary>How well lesions are outlined, per stroke type, and what is found where there is none.</summary>
internal static class SegmentationByClassSection
{
    private static readonly (string Id, string Head, int Decimals)[] Columns =
    [
        ("dice", "Dice", 3), ("jaccard", "Jaccard", 3), ("fpr_union", "FPR", 3), ("fnr_union", "FNR", 3),
        ("volume_difference_ml", "Volume difference (ml)", 2), ("hausdorff_95_mm", "Hausdorff 95 % (mm)", 1), ("lesion_f1", "Lesion F1", 2),
    ];

    /// <summary>Writes the section where there is a segmentation.</summary>
    public static void Write(MarkupWriter w, EvaluationSummary summary)
    {
        if (summary.Segmentation.Count == 0) return;
        w.WriteLine($"<section id=\"segmentation\"><h2>Segmentation</h2>");
        List<EvaluationFigure> figures = [.. EvaluationFigures.Segmentation(summary)];
        if (figures.Count > 0)
        {
            w.WriteLine($"<p class=\"measure\">Bars are means over studies; the lines on them are 95 % intervals over patients. For each study, Jaccard index, false-positive rate and false-negative rate sum to 1.</p>");
            EvaluationText.Figures(w, summary.Result, figures);
        }

        foreach (string output in summary.Outputs) WriteTable(w, summary, output);
        WriteFalseFindings(w, summary);
        if (figures.Count > 0) w.WriteLine($"<p class=\"notice measure\">For scale, on other data: the best class of the best technique in Noor 2020, sub-acute ischemic stroke by k-means, has a Dice coefficient of 0.85. As the scans differ, the figures cannot be compared directly.</p>");
        w.WriteLine($"</section>");
    }

    private static void WriteTable(MarkupWriter w, EvaluationSummary summary, string output)
    {
        List<SegmentationClassSummary> types = [.. summary.Segmentation.Where(s => s.Output == output && s.StrokeType != StrokeTypes.None)];
        if (types.Count == 0) return;
        w.WriteLine($"<h3>By stroke type{(summary.Outputs.Count > 1 ? $": {output}" : "")}{EvaluationText.Tag(summary.Result)}</h3>");
        TableWriter.Begin(w, ["Stroke type", "#Studies", .. Columns.Select(c => "#" + c.Head)]);
        foreach (SegmentationClassSummary type in types)
        {
            w.Write($"<tr><td class=\"key\">{(type.StrokeType == SegmentationClassSummary.AllTypes ? "all with a lesion" : type.StrokeType)}</td><td class=\"n\">{type.Studies}</td>");
            foreach ((string id, _, int decimals) in Columns) WriteCell(w, type.Find(id)!, type.Studies, decimals);
            w.WriteLine($"</tr>");
        }

        TableWriter.End(w);
        w.WriteLine($"<p class=\"notice measure\">Mean ± standard deviation over studies, below it the 95 % interval of the mean. FPR and FNR are over the union of both masks. The Hausdorff distance exists only where both masks hold something; a smaller count beside it says in how many studies.</p>");
    }

    private static void WriteCell(MarkupWriter w, MetricSummary metric, int studies, int decimals)
    {
        string spread = double.IsNaN(metric.StandardDeviation) ? "" : $" ± {NumberText.Fixed(metric.StandardDeviation, decimals)}";
        string count = metric.Count < studies ? $" (n = {NumberText.Of(metric.Count)})" : "";
        EvaluationText.Cell(w, $"{NumberText.Fixed(metric.Mean, decimals)}{spread}{count}", EvaluationText.Fixed(metric.MeanInterval, decimals));
    }

    /// <summary>Writes what is found where there is no lesion, a row per output.</summary>
    internal static void WriteFalseFindings(MarkupWriter w, EvaluationSummary summary)
    {
        List<SegmentationClassSummary> none = [.. summary.Segmentation.Where(s => s.StrokeType == StrokeTypes.None)];
        if (none.Count == 0) return;
        w.WriteLine($"<h3>Studies without a lesion{EvaluationText.Tag(summary.Result)}</h3>");
        TableWriter.Begin(w, ["Output", "#Studies", "#Nothing found", "#Median false volume (ml)", "#Mean false volume (ml)", "#False lesions per study"]);
        foreach (SegmentationClassSummary output in none)
        {
            MetricSummary volume = output.Find(SegmentationSummaryByClass.FalseVolume)!, nothing = output.Find(SegmentationSummaryByClass.NothingFound)!, lesions = output.Find(SegmentationSummaryByClass.FalseLesions)!;
            w.Write($"<tr><td>{output.Output}</td><td class=\"n\">{output.Studies}</td>");
            EvaluationText.Cell(w, EvaluationText.Percent(nothing.Mean), EvaluationText.Percent(nothing.MeanInterval));
            EvaluationText.Cell(w, NumberText.Fixed(volume.Median, 2), "");
            EvaluationText.Cell(w, NumberText.Fixed(volume.Mean, 2), EvaluationText.Fixed(volume.MeanInterval, 2));
            EvaluationText.Cell(w, NumberText.Fixed(lesions.Mean, 2), EvaluationText.Fixed(lesions.MeanInterval, 2));
            w.WriteLine($"</tr>");
        }

        TableWriter.End(w);
    }
}
