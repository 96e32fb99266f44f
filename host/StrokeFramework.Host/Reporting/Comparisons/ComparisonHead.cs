using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Evaluations;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Comparisons;

/// <summary>What was compared, who came first, and what to beware of.</summary>
internal static class ComparisonHead
{
    /// <summary>Writes the head.</summary>
    public static void Write(MarkupWriter w, ComparisonSummary summary, EvaluationResult data)
    {
        EvaluationHead.Begin(w, data, $"Comparison on {data.DataSet}", Finding(summary), Protocol(summary));
        if (summary.Segmentation is { Techniques.Count: > 1 } segmentation) WriteBestSegmentation(w, segmentation, data);
        foreach (LesionSource lesions in summary.Classification is { Techniques.Count: > 1 } c ? c.Lesions : []) WriteBestClassifier(w, summary.Classification!, lesions, data);
        w.WriteLine($"</dl></header>");
    }

    private static string Finding(ComparisonSummary summary)
    {
        List<string> parts = [];
        if (summary.Segmentation is { Techniques.Count: > 1 } s) parts.Add($"{NumberText.Of(s.Techniques.Count)} segmentations");
        if (summary.Classification is { Techniques.Count: > 1 } c) parts.Add($"{NumberText.Of(c.Techniques.Count)} classifiers");
        return string.Join(" and ", parts) + " side by side";
    }

    private static string Protocol(ComparisonSummary summary)
    {
        List<string> parts = [];
        if (summary.Segmentation is { } s) parts.Add(EvaluationText.Count(s.Summary.Result.Segmentations.Count / s.Techniques.Count, "study", "studies"));
        if (summary.Result.Folds is { } folds) parts.Add($"{NumberText.Of(folds)}-fold cross-validation");
        if (summary.Classification is { } c) parts.AddRange(c.Lesions.Select(ComparisonFigures.Words));
        parts.Add($"seed {summary.Result.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        return string.Join(" · ", parts);
    }

    private static void WriteBestSegmentation(MarkupWriter w, SegmentationComparison comparison, EvaluationResult data)
    {
        List<(string Name, MetricSummary Dice)> means = [.. comparison.Techniques.Select(t => (t, comparison.Summary.Find(t, SegmentationClassSummary.AllTypes)?.Find(SegmentationComparison.Tested))).Where(t => t.Item2 is not null).Select(t => (t.t, t.Item2!))];
        if (means.Count == 0) return;
        double best = means.Max(m => m.Dice.Mean);
        MetricSummary dice = means.First(m => m.Dice.Mean == best).Dice;
        EvaluationHead.Headline(w, data, "Highest mean Dice", NumberText.Fixed(best, 3), EvaluationText.Fixed(dice.MeanInterval, 3), string.Join(", ", means.Where(m => m.Dice.Mean == best).Select(m => m.Name)));
    }

    private static void WriteBestClassifier(MarkupWriter w, ClassifierComparison comparison, LesionSource lesions, EvaluationResult data)
    {
        List<(string Name, Estimate Accuracy)> figures = [.. comparison.Techniques.Select(t => (t, comparison.Find(lesions, t).Summary.Patients)).Where(t => t.Patients is not null).Select(t => (t.t, t.Patients!.Accuracy))];
        if (figures.Count == 0) return;
        double best = figures.Max(f => f.Accuracy.Value);
        EvaluationHead.Headline(w, data, $"Highest accuracy of patients, {ComparisonFigures.Words(lesions)}", EvaluationText.Percent(best), EvaluationText.Percent(figures.First(f => f.Accuracy.Value == best).Accuracy.Interval), string.Join(", ", figures.Where(f => f.Accuracy.Value == best).Select(f => f.Name)));
    }
}
