using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Evaluations;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting.Comparisons;

/// <summary>Classifiers beside each other: their order, accuracies, curves, figures on each kind of lesions, and pairs.</summary>
internal static class ClassifierComparisonSection
{
    /// <summary>Writes the section.</summary>
    public static void Write(MarkupWriter w, ClassifierComparison comparison, EvaluationResult data)
    {
        w.WriteLine($"<section id=\"classification\"><h2>Classification</h2>");
        WriteOrder(w, comparison, data);
        // Both kinds of lesions stand beside each other.
        w.WriteLine($"<div class=\"side-by-side dense\">");
        foreach (LesionSource lesions in comparison.Lesions) WriteUnit(w, comparison, lesions, OrderLine.Patients, data, c => (c.Summary.Patients, c.PatientArea));
        w.WriteLine($"</div><div class=\"side-by-side dense\">");
        foreach (LesionSource lesions in comparison.Lesions) WriteUnit(w, comparison, lesions, OrderLine.Rows, data, c => (c.Summary.Lesions, c.LesionArea));
        w.WriteLine($"</div>");
        w.WriteLine($"<p class=\"notice measure\">Sensitivity, specificity and AUC are means over the classes, each against the rest; below a figure stands its 95 % interval over patients. “No lesion” is a class of patients. A patient’s score is the mean probability of the lesions found, weighted by volume, and 0 where nothing was found.</p>");
        EvaluationText.Figures(w, data, ComparisonFigures.Classification(comparison));
        foreach (LesionSource lesions in comparison.Lesions) PairRows.WriteClassifiers(w, [.. comparison.Pairs.Where(p => p.Lesions == lesions)], lesions, data);
        w.WriteLine($"</section>");
    }

    private static void WriteOrder(MarkupWriter w, ClassifierComparison comparison, EvaluationResult data)
    {
        IReadOnlyList<OrderLine> order = ThesisOrder.Of(comparison);
        if (order.Count == 0) return;
        w.WriteLine($"<h3>Order by accuracy{EvaluationText.Tag(data)}</h3>");
        TableWriter.Begin(w, ["Over", "Order"]);
        foreach (OrderLine line in order) w.WriteLine($"<tr><td class=\"key\">{Heading(line.Unit, line.Lesions)}</td><td>{line.Order}</td></tr>");
        w.WriteLine($"<tr><td class=\"key\">the thesis</td><td>{ThesisOrder.Thesis}</td></tr>");
        TableWriter.End(w);
    }

    private static void WriteUnit(MarkupWriter w, ClassifierComparison comparison, LesionSource lesions, string rows, EvaluationResult data, Func<ComparedClassifier, (ClassificationSummary? Summary, Estimate Area)> unit)
    {
        w.WriteLine($"<div><h3>{Heading(rows, lesions)}{EvaluationText.Tag(data)}</h3>");
        TableWriter.Begin(w, ["Classifier", "#Right", "#Accuracy", "#Sensitivity", "#Specificity", "#AUC"]);
        foreach (ComparedClassifier classifier in comparison.Classifiers.Where(c => c.Lesions == lesions))
        {
            (ClassificationSummary? summary, Estimate area) = unit(classifier);
            w.Write($"<tr><td class=\"key\">{classifier.Technique}</td>");
            if (summary is null)
            {
                w.WriteLine($"<td class=\"n\">–</td><td class=\"n\">–</td><td class=\"n\">–</td><td class=\"n\">–</td><td class=\"n\">–</td></tr>");
                continue;
            }

            w.Write($"<td class=\"n\">{summary.Confusion.Correct} of {summary.Confusion.Total}</td>");
            foreach (Estimate share in (ReadOnlySpan<Estimate>)[summary.Accuracy, summary.MacroSensitivity, summary.MacroSpecificity]) EvaluationText.Cell(w, EvaluationText.Percent(share.Value), EvaluationText.Percent(share.Interval));
            EvaluationText.Cell(w, NumberText.Fixed(area.Value, 3), EvaluationText.Fixed(area.Interval, 3));
            w.WriteLine($"</tr>");
        }

        TableWriter.End(w);
        w.WriteLine($"</div>");
    }

    private static string Heading(string unit, LesionSource lesions)
    {
        string words = ComparisonFigures.Words(lesions);
        return unit == OrderLine.Rows ? char.ToUpperInvariant(words[0]) + words[1..] : $"Patients, {words}";
    }
}
