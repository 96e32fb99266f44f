using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;

namespace StrokeFramework.Host.Reporting.Evaluations;

/// <summary>Draws what an evaluation has to show; what it does not have is left out.</summary>
internal static class EvaluationFigures
{
    /// <summary>All figures, in the order of the report.</summary>
    public static IEnumerable<EvaluationFigure> Of(EvaluationSummary summary)
    {
        foreach (EvaluationFigure figure in Segmentation(summary)) yield return figure;
        foreach (EvaluationFigure figure in Detection(summary)) yield return figure;
        foreach (EvaluationFigure figure in Classification(summary)) yield return figure;
        if (FeatureScatter.Of(summary) is { } scatter) yield return scatter;
    }

    /// <summary>Bars per stroke type, a color per output.</summary>
    public static IEnumerable<EvaluationFigure> Segmentation(EvaluationSummary summary)
    {
        if (summary.Segmentation.All(s => s.StrokeType == StrokeTypes.None)) yield break;
        yield return Bars(summary, "jaccard", "Jaccard index per stroke type", "Overlap over union; 1 is perfect.");
        yield return Bars(summary, "dice", "Dice coefficient per stroke type", "Twice the overlap over both volumes together; 1 is perfect.");
        yield return Bars(summary, "fpr_union", "False-positive rate per stroke type", "Voxels wrongly marked, over the union of both masks; 0 is perfect.");
        yield return Bars(summary, "fnr_union", "False-negative rate per stroke type", "Voxels missed, over the union of both masks; 0 is perfect.");
    }

    /// <summary>Precision against recall, and the free-response curve, per output.</summary>
    public static IEnumerable<EvaluationFigure> Detection(EvaluationSummary summary)
    {
        foreach (DetectionSummary output in summary.Detection)
        {
            string suffix = summary.Detection.Count > 1 ? "-" + output.Output : "", of = summary.Detection.Count > 1 ? $" of {output.Output}" : "";
            yield return new("precision-recall" + suffix, "Precision and recall" + of, "Boxes of each class from the best score down; a hit overlaps a true box by an IoU of 0.5.", new LineChart
            {
                Title = "Precision and recall" + of,
                XLabel = "Recall",
                YLabel = "Precision",
                Series = [.. output.Classes.Select(c => new CurveSeries($"{c.Class}, AP50 {NumberText.Fixed(c.Precision.Value, 3)}", [.. c.Curve.Select(p => p.Recall)], [.. c.Curve.Select(p => p.Precision)]))],
                IsUnitSquare = true,
                HasDiagonal = false,
            });
            yield return new("free-response" + suffix, "Free response over lesions" + of, "The share of lesions found as more boxes are allowed to be false.", new LineChart
            {
                Title = "Free response over lesions" + of,
                XLabel = "False boxes per slice",
                YLabel = "Share of lesions found",
                Series = [Series("all lesions", output.FreeResponse), Series("0.5 ml and more", output.FreeResponseLarge)],
            });
        }

        static CurveSeries Series(string label, FreeResponse curve) => new(label, [.. curve.Points.Select(p => p.FalseBoxesPerSlice)], [.. curve.Points.Select(p => p.Sensitivity)]);
    }

    /// <summary>Confusion matrices and receiver operating characteristics.</summary>
    public static IEnumerable<EvaluationFigure> Classification(EvaluationSummary summary)
    {
        if (summary.Lesions is { } lesions)
        {
            yield return Confusion("confusion", "Confusion matrix of lesions", lesions.Confusion);
            yield return Roc(summary.Result.Classes, lesions);
            if (lesions.Calibration is { } calibration) yield return Reliability(calibration);
        }

        if (summary.Patients is { } patients) yield return Confusion("confusion-patients", "Confusion matrix of patients", patients.Confusion);
    }

    private static EvaluationFigure Bars(EvaluationSummary summary, string metric, string heading, string caption)
    {
        List<string> types = [.. summary.Segmentation.Select(s => s.StrokeType).Where(t => t is not StrokeTypes.None and not SegmentationClassSummary.AllTypes).Distinct(StringComparer.Ordinal), SegmentationClassSummary.AllTypes];
        string name = summary.Segmentation.Select(s => s.Find(metric)).First(m => m is not null)!.Name;
        return new(metric.Split('_')[0], heading, caption, new BarChart
        {
            Title = heading,
            YLabel = "Mean " + name.ToLowerInvariant().Replace("dice", "Dice", StringComparison.Ordinal).Replace("jaccard", "Jaccard", StringComparison.Ordinal),
            Categories = types,
            Series = [.. summary.Outputs.Select(o => Series(summary, o, types, metric))],
            Highest = 1,
        });
    }

    private static BarSeries Series(EvaluationSummary summary, string output, List<string> types, string metric)
    {
        List<MetricSummary?> cells = types.ConvertAll(t => summary.Find(output, t)?.Find(metric));
        return new(
            output,
            cells.ConvertAll(m => m?.Mean ?? double.NaN),
            cells.ConvertAll(m => m?.MeanInterval.Low ?? double.NaN),
            cells.ConvertAll(m => m?.MeanInterval.High ?? double.NaN));
    }

    private static EvaluationFigure Confusion(string id, string heading, ConfusionMatrix matrix) => new(
        id,
        heading,
        "Rows are the true class, columns what was predicted. TPR is the share of a class named right, FNR the rest.",
        new ConfusionMatrixChart { Title = heading, Classes = matrix.Classes, Counts = matrix.Counts });

    private static EvaluationFigure Reliability(Calibration calibration) => new(
        "calibration",
        "Reliability of the probabilities",
        "The share of lesions named right among those named with a like confidence. On the dashed diagonal, probabilities mean what they say; below it they promise too much.",
        new LineChart
        {
            Title = "Reliability of the probabilities",
            XLabel = "Mean probability of the class named",
            YLabel = "Share named right",
            Series = [new($"expected calibration error {NumberText.Fixed(calibration.Error.Value, 3)}", [.. calibration.Bins.Select(b => b.Confidence)], [.. calibration.Bins.Select(b => b.Accuracy)])],
            IsUnitSquare = true,
        });

    private static EvaluationFigure Roc(IReadOnlyList<string> classes, ClassificationSummary lesions) => new(
        "roc",
        "ROC per class",
        "Each class against the rest, its probability as the score. The dashed diagonal is chance.",
        LineChart.Roc("ROC per class", classes.Select((name, c) =>
            (new CurveSeries(name, [.. lesions.Roc[c].Points.Select(p => p.FalsePositiveRate)], [.. lesions.Roc[c].Points.Select(p => p.TruePositiveRate)]), lesions.Roc[c].Area))));
}
