using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>
/// Writes <c>compare-classification.csv</c>, a row per classifier, unit and class, and <c>compare-patients.csv</c>, a row
/// per patient with what each classifier said.
/// </summary>
internal static class ClassifierComparisonTables
{
    private const string Overall = "all";

    public static void Write(string folder, ClassifierComparison comparison)
    {
        CsvTable.Write(
            Path.Combine(folder, "compare-classification.csv"),
            [
                "lesions", "technique", "unit", "class", "members", "accuracy", "accuracy_low", "accuracy_high", "sensitivity", "sensitivity_low", "sensitivity_high",
                "specificity", "specificity_low", "specificity_high", "auc", "auc_low", "auc_high",
            ],
            comparison.Classifiers.SelectMany(Rows));
        CsvTable.Write(
            Path.Combine(folder, "compare-patients.csv"),
            ["lesions", "patient", "fold", "true_class", .. comparison.Techniques],
            comparison.Lesions.SelectMany(source => Patients(comparison, source)));
    }

    /// <summary>The word for a kind of lesions in a table.</summary>
    public static string NameOf(LesionSource lesions) => lesions == LesionSource.Truth ? "truth" : "segmented";

    private static IEnumerable<IEnumerable<string>> Rows(ComparedClassifier c)
    {
        if (c.Summary.Lesions is { } lesions)
        {
            yield return All(c, "lesion", lesions, c.LesionArea);
            foreach (IEnumerable<string> row in Classes(c, "lesion", lesions)) yield return row;
        }

        if (c.Summary.Patients is { } patients)
        {
            yield return All(c, "patient", patients, c.PatientArea);
            foreach (IEnumerable<string> row in Classes(c, "patient", patients)) yield return row;
        }

        if (c.Summary.EndToEnd is { } all && c.Lesions == LesionSource.Segmented)
            yield return [NameOf(c.Lesions), c.Technique, "truth-lesion", Overall, CsvTable.Cell(all.TruthLesions), .. Cells(all.Accuracy), .. Blank(9)];
    }

    private static IEnumerable<string> All(ComparedClassifier c, string unit, ClassificationSummary s, Estimate area) =>
        [NameOf(c.Lesions), c.Technique, unit, Overall, CsvTable.Cell(s.Confusion.Total), .. Cells(s.Accuracy), .. Cells(s.MacroSensitivity), .. Cells(s.MacroSpecificity), .. Cells(area)];

    private static IEnumerable<IEnumerable<string>> Classes(ComparedClassifier c, string unit, ClassificationSummary s) => s.Confusion.Classes.Select((name, n) => (IEnumerable<string>)
    [
        NameOf(c.Lesions), c.Technique, unit, name, CsvTable.Cell(s.Confusion.ByClass[n].Members),
        CsvTable.Cell(s.Confusion.ByClass[n].Accuracy), .. Blank(2), CsvTable.Cell(s.Confusion.ByClass[n].Sensitivity), .. Blank(2), CsvTable.Cell(s.Confusion.ByClass[n].Specificity), .. Blank(2),
        .. n < s.Areas.Count ? Cells(s.Areas[n]) : Blank(3),
    ]);

    private static IEnumerable<IEnumerable<string>> Patients(ClassifierComparison comparison, LesionSource source)
    {
        ComparedClassifier[] classifiers = [.. comparison.Techniques.Select(t => comparison.Find(source, t))];
        EvaluationResult first = classifiers[0].Summary.Result;
        var folds = first.LesionPredictions.GroupBy(l => l.Patient, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Fold, StringComparer.Ordinal);
        for (int p = 0; p < first.Patients.Count; p++)
        {
            PatientPrediction patient = first.Patients[p];
            yield return [NameOf(source), patient.Patient, Evaluation.Cells.Of(folds.GetValueOrDefault(patient.Patient)), patient.TrueClass, .. classifiers.Select(c => c.Summary.Result.Patients[p].PredictedClass)];
        }
    }

    private static string[] Cells(Estimate e) => [CsvTable.Cell(e.Value), CsvTable.Cell(e.Interval.Low), CsvTable.Cell(e.Interval.High)];

    private static string[] Blank(int count) => [.. Enumerable.Repeat(CsvTable.Cell(double.NaN), count)];
}
