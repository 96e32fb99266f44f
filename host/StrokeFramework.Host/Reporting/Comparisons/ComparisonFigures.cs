using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Evaluations;

namespace StrokeFramework.Host.Reporting.Comparisons;

/// <summary>Draws what a comparison has to show; what it does not have is left out.</summary>
internal static class ComparisonFigures
{
    /// <summary>All figures, in the order of the report.</summary>
    public static IEnumerable<EvaluationFigure> Of(ComparisonSummary summary)
    {
        if (summary.Segmentation is { } segmentation)
        {
            foreach (EvaluationFigure figure in EvaluationFigures.Segmentation(segmentation.Summary)) yield return figure;
        }

        if (summary.Classification is not { } classification) yield break;
        foreach (EvaluationFigure figure in Classification(classification)) yield return figure;
    }

    /// <summary>The accuracy of all classifiers side by side, then a ROC per kind of lesions and class, a curve per classifier.</summary>
    public static IEnumerable<EvaluationFigure> Classification(ClassifierComparison comparison)
    {
        yield return Accuracy(comparison);
        foreach (LesionSource lesions in comparison.Lesions)
        {
            ComparedClassifier[] drawn = [.. comparison.Classifiers.Where(c => c.Lesions == lesions && c.Summary.Lesions is not null)];
            if (drawn.Length == 0) continue;
            for (int c = 0; c < drawn[0].Summary.Result.Classes.Count; c++) yield return Roc(drawn, lesions, c);
        }
    }

    /// <summary>A kind of lesions as it stands in a sentence.</summary>
    public static string Words(LesionSource lesions) => lesions == LesionSource.Truth ? "lesions of the truth" : "lesions as segmented";

    private static EvaluationFigure Accuracy(ClassifierComparison comparison)
    {
        var groups = comparison.Lesions.SelectMany(l => new[] { (Lesions: l, Name: $"lesions, {ClassifierComparisonTables.NameOf(l)}", Patients: false), (Lesions: l, Name: $"patients, {ClassifierComparisonTables.NameOf(l)}", Patients: true) }).ToList();
        const string heading = "Accuracy of each classifier";
        return new("accuracy", heading, "The share of lesions and of patients named right; the lines on the bars are 95 % intervals over patients.", new BarChart
        {
            Title = heading,
            YLabel = "Accuracy",
            Categories = groups.ConvertAll(g => g.Name),
            Series = [.. comparison.Techniques.Select(Series)],
            Highest = 1,
        });

        BarSeries Series(string technique)
        {
            List<Estimate> cells = groups.ConvertAll(g => comparison.Find(g.Lesions, technique).Summary is var s && (g.Patients ? s.Patients : s.Lesions) is { } found ? found.Accuracy : new Estimate(double.NaN, Interval.None));
            return new(technique, cells.ConvertAll(c => c.Value), cells.ConvertAll(c => c.Interval.Low), cells.ConvertAll(c => c.Interval.High));
        }
    }

    private static EvaluationFigure Roc(ComparedClassifier[] classifiers, LesionSource lesions, int c)
    {
        string name = classifiers[0].Summary.Result.Classes[c], heading = $"ROC of {name}, {Words(lesions)}";
        return new($"roc-{ClassifierComparisonTables.NameOf(lesions)}-{name}", heading, "The class against the rest, over lesions, its probability as the score. The dashed diagonal is chance.", LineChart.Roc(heading, classifiers.Select(k =>
        {
            RocCurve curve = k.Summary.Lesions!.Roc[c];
            return (new CurveSeries(k.Technique, [.. curve.Points.Select(p => p.FalsePositiveRate)], [.. curve.Points.Select(p => p.TruePositiveRate)]), curve.Area);
        })));
    }
}
