using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting.Evaluations;

/// <summary>How well stroke types are named: confusion, curves, features, and the figures per class.</summary>
internal static class ClassificationSection
{
    /// <summary>Writes the section where something was named.</summary>
    public static void Write(MarkupWriter w, EvaluationSummary summary)
    {
        if (summary.EndToEnd is null) return;
        w.WriteLine($"<section id=\"classification\"><h2>Classification</h2>");
        if (summary.Lesions is null) w.WriteLine($"<p>No lesion found overlaps the truth, so there is nothing to count per lesion.</p>");
        EvaluationText.Figures(w, summary.Result, EvaluationFigures.Of(summary).Where(f => f.Chart is not BarChart));
        if (summary.Lesions is { } lesions) WriteTable(w, summary.Result, "Lesions by class", lesions);
        if (summary.Lesions?.Calibration is { } calibration) WriteCalibration(w, calibration);
        if (summary.Patients is { } patients) WriteTable(w, summary.Result, "Patients by class", patients);
        w.WriteLine($"<p class=\"notice measure\">Each class against the rest. In the last row the accuracy is the share named right, and the others are means over the classes; below a figure stands its 95 % interval over patients. A class that never occurs has no sensitivity and no AUC, shown as –, and is left out of the means.</p>");
        w.WriteLine($"<p class=\"notice measure\">For scale, on other data: Noor 2020 reports an accuracy of 98.5 % for the support vector machine. As the scans differ, the figures cannot be compared directly.</p>");
        w.WriteLine($"</section>");
    }

    private static void WriteCalibration(MarkupWriter w, Calibration calibration)
    {
        w.WriteLine($"<p class=\"measure\">Probabilities of the lesions: Brier score {Figure(calibration.BrierScore)}, from 0, certain and right, to 2, certain and wrong; expected calibration error {Figure(calibration.Error)} over {Calibration.BinCount} intervals of confidence.</p>");

        static string Figure(Estimate e)
        {
            string interval = EvaluationText.Fixed(e.Interval, 3);
            return NumberText.Fixed(e.Value, 3) + (interval.Length > 0 ? $" (95 % interval {interval})" : "");
        }
    }

    private static void WriteTable(MarkupWriter w, EvaluationResult result, string heading, ClassificationSummary summary)
    {
        bool curves = summary.Areas.Count > 0;
        w.WriteLine($"<h3>{heading}{EvaluationText.Tag(result)}</h3>");
        List<string> heads = ["Class", "#Members", "#Accuracy", "#Sensitivity (TPR)", "#Specificity", "#FNR", "#Precision"];
        if (curves) heads.Add("#AUC");
        TableWriter.Begin(w, heads);
        for (int c = 0; c < summary.Confusion.Classes.Count; c++)
        {
            ClassAgreement figures = summary.Confusion.ByClass[c];
            w.Write($"<tr><td class=\"key\">{summary.Confusion.Classes[c]}</td><td class=\"n\">{figures.Members}</td><td class=\"n\">{EvaluationText.Percent(figures.Accuracy)}</td><td class=\"n\">{EvaluationText.Percent(figures.Sensitivity)}</td>");
            w.Write($"<td class=\"n\">{EvaluationText.Percent(figures.Specificity)}</td><td class=\"n\">{EvaluationText.Percent(figures.FalseNegativeRate)}</td><td class=\"n\">{EvaluationText.Percent(figures.Precision)}</td>");
            if (curves) EvaluationText.Cell(w, NumberText.Fixed(summary.Areas[c].Value, 3), EvaluationText.Fixed(summary.Areas[c].Interval, 3));
            w.WriteLine($"</tr>");
        }

        WriteOverall(w, summary, curves);
        TableWriter.End(w);
    }

    private static void WriteOverall(MarkupWriter w, ClassificationSummary summary, bool curves)
    {
        ConfusionMatrix confusion = summary.Confusion;
        w.Write($"<tr class=\"total\"><td>overall</td><td class=\"n\">{confusion.Total}</td>");
        Cell(summary.Accuracy);
        Cell(summary.MacroSensitivity);
        Cell(summary.MacroSpecificity);
        w.Write($"<td class=\"n\">{EvaluationText.Percent(1 - confusion.MacroSensitivity)}</td><td class=\"n\">{EvaluationText.Percent(confusion.MacroPrecision)}</td>");
        if (curves) w.Write($"<td class=\"n\">{NumberText.Fixed(summary.Areas.Select(a => a.Value).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average(), 3)}</td>");
        w.WriteLine($"</tr>");

        void Cell(Estimate estimate) => EvaluationText.Cell(w, EvaluationText.Percent(estimate.Value), EvaluationText.Percent(estimate.Interval));
    }
}
