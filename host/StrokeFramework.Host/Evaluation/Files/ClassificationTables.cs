using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// Writes <c>classification.csv</c> (a row per lesion, missed ones last), <c>patients.csv</c>, <c>confusion.csv</c>,
/// <c>roc.csv</c> and <c>calibration.csv</c>, each where there is something to say.
/// </summary>
internal static class ClassificationTables
{
    private const string Missing = "n/a";

    public static void Write(string folder, EvaluationSummary summary)
    {
        EvaluationResult result = summary.Result;
        if (summary.EndToEnd is not null) WriteLesions(Path.Combine(folder, "classification.csv"), result);
        if (result.Patients.Count > 0) WritePatients(Path.Combine(folder, "patients.csv"), result);
        List<(string Unit, ConfusionMatrix Matrix)> matrices = [];
        if (summary.Lesions is { } lesions) matrices.Add(("lesion", lesions.Confusion));
        if (summary.Patients is { } patients) matrices.Add(("patient", patients.Confusion));
        if (matrices.Count > 0)
            CsvTable.Write(Path.Combine(folder, "confusion.csv"), ["unit", "true_class", "predicted_class", "count"], matrices.SelectMany(m => Counts(m.Unit, m.Matrix)));
        if (summary.Lesions?.Roc is { Count: > 0 } curves) WriteCurves(Path.Combine(folder, "roc.csv"), result.Classes, curves);
        if (summary.Lesions?.Calibration is { } calibration) WriteBins(Path.Combine(folder, "calibration.csv"), calibration);
    }

    private static void WriteLesions(string path, EvaluationResult result)
    {
        IEnumerable<string> header =
        [
            "study", "patient", "fold", "lesion", "slice", "truth_lesion", "true_class", "predicted_class", "outcome", "volume_ml",
            .. result.Classes.Select(c => "p_" + c), .. result.Features.Select(f => f.Name),
        ];
        CsvTable.Write(path, header, result.LesionPredictions.Select(Row).Concat(result.MissedLesions.Select(m => Row(m, result))));
    }

    private static IEnumerable<string> Row(LesionPrediction p) =>
    [
        p.Study, p.Patient, Cells.Of(p.Fold), Cells.Of(p.Lesion), Cells.Of(p.Slice), Cells.Of(p.TruthLesion),
        p.TrueClass ?? Missing, p.PredictedClass, p.IsFalseDetection ? "false-detection" : p.IsRight ? "right" : "wrong", CsvTable.Cell(p.Volume),
        .. p.Probabilities.Select(CsvTable.Cell), .. p.FeatureValues.Select(CsvTable.Cell),
    ];

    private static IEnumerable<string> Row(MissedLesion m, EvaluationResult result) =>
    [
        m.Study, m.Patient, Missing, Missing, Missing, Missing, m.Class, Missing, "missed", CsvTable.Cell(m.Volume),
        .. Enumerable.Repeat(Missing, result.Classes.Count + result.Features.Count),
    ];

    private static void WritePatients(string path, EvaluationResult result) => CsvTable.Write(
        path,
        ["patient", "true_class", "predicted_class", "outcome", .. result.Classes.Select(c => "p_" + c)],
        result.Patients.Select(p => (IEnumerable<string>)
        [
            p.Patient, p.TrueClass, p.PredictedClass, p.IsRight ? "right" : "wrong",
            .. p.Probabilities.Count > 0 ? p.Probabilities.Select(CsvTable.Cell) : Enumerable.Repeat(Missing, result.Classes.Count),
        ]));

    private static IEnumerable<IEnumerable<string>> Counts(string unit, ConfusionMatrix matrix)
    {
        for (int truth = 0; truth < matrix.Classes.Count; truth++)
        {
            for (int predicted = 0; predicted < matrix.Classes.Count; predicted++)
                yield return [unit, matrix.Classes[truth], matrix.Classes[predicted], Cells.Of(matrix[truth, predicted])];
        }
    }

    private static void WriteCurves(string path, IReadOnlyList<string> classes, IReadOnlyList<RocCurve> curves) => CsvTable.Write(
        path,
        ["class", "threshold", "false_positive_rate", "true_positive_rate"],
        classes.Zip(curves).SelectMany(
            c => c.Second.Points,
            (c, p) => (IEnumerable<string>)[c.First, CsvTable.Cell(p.Threshold), CsvTable.Cell(p.FalsePositiveRate), CsvTable.Cell(p.TruePositiveRate)]));

    private static void WriteBins(string path, Calibration calibration) => CsvTable.Write(
        path,
        ["low", "high", "lesions", "mean_confidence", "accuracy"],
        calibration.Bins.Select(b => (IEnumerable<string>)[CsvTable.Cell(b.Low), CsvTable.Cell(b.High), Cells.Of(b.Rows), CsvTable.Cell(b.Confidence), CsvTable.Cell(b.Accuracy)]));
}
