using System.Globalization;
using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting;

namespace StrokeFramework.Cli.Output;

/// <summary>Writes a comparison's files and shows its main figures on the terminal.</summary>
internal static class ComparisonConsole
{
    public static void Write(string folder, ComparisonResult result)
    {
        ComparisonSummary summary = ComparisonSummary.Of(result);
        ComparisonFiles.Write(folder, summary);
        string report = Path.Combine(folder, "report.html");
        AtomicFile.Write(report, stream => ComparisonReportWriter.Write(summary, stream));
        foreach (string note in result.Notes) Console.Error.WriteLine($"Note: {note}");
        string on = result.IsSynthetic ? " (synthetic images)" : "";
        if (summary.Segmentation is { } segmentation) Show(segmentation, on);
        if (summary.Classification is { } classification) Show(classification, result, on);
        Console.Out.WriteLine($"Tables, figures and report are in '{folder}'. Open {report}");
    }

    private static void Show(SegmentationComparison comparison, string on)
    {
        IReadOnlyList<string> types = comparison.StrokeTypes;
        bool none = comparison.Summary.Find(comparison.Techniques[0], StrokeTypes.None) is not null;
        Console.Out.WriteLine($"Mean Dice over studies{on}, with 95 % intervals over patients{(none ? "; without a lesion, the median volume falsely found" : "")}:");
        List<string> header = ["Technique", .. types];
        if (none) header.Add("no lesion/ml");
        ConsoleTable.Write(header, [.. comparison.Techniques.Select(t => Row(comparison, t, types, none))]);
        ShowPairs("by Dice over all studies with a lesion", "sign-flip test", comparison.Pairs);
    }

    private static List<string> Row(SegmentationComparison comparison, string technique, IReadOnlyList<string> types, bool none)
    {
        List<string> row = [technique, .. types.Select(t => comparison.Summary.Find(technique, t)!.Find("dice")!).Select(m => Figure(new(m.Mean, m.MeanInterval)))];
        if (none) row.Add(Number(comparison.Summary.Find(technique, StrokeTypes.None)!.Find(SegmentationSummaryByClass.FalseVolume)!.Median));
        return row;
    }

    private static void Show(ClassifierComparison comparison, ComparisonResult result, string on)
    {
        foreach (LesionSource lesions in comparison.Lesions)
        {
            string words = lesions == LesionSource.Truth ? "lesions of the truth" : "lesions as segmented";
            Console.Out.WriteLine($"Stroke type{on}, {result.Folds} folds of patients, {words}:");
            ConsoleTable.Write(
                ["Classifier", "Accuracy of patients", "Sensitivity", "Specificity", "AUC", "Accuracy of lesions", "Training/s", "Prediction/s"],
                [.. comparison.Classifiers.Where(c => c.Lesions == lesions).Select(c => (IReadOnlyList<string>)
                [
                    c.Technique, Figure(c.Summary.Patients?.Accuracy), Figure(c.Summary.Patients?.MacroSensitivity), Figure(c.Summary.Patients?.MacroSpecificity), Figure(c.PatientArea),
                    Figure(c.Summary.Lesions?.Accuracy), Seconds(result, c, TimeKind.Training), Seconds(result, c, TimeKind.Prediction),
                ])]);
            ShowPairs($"by patients named right, {words}", "exact McNemar test", [.. comparison.Pairs.Where(p => p.Lesions == lesions)]);
        }

        ShowOrder(ThesisOrder.Of(comparison));
        if (result.Ceiling.Length > 0) Console.Out.WriteLine($"The ceiling of these data: {result.Ceiling}");
    }

    private static void ShowOrder(IReadOnlyList<OrderLine> order)
    {
        if (order.Count == 0) return;
        Console.Out.WriteLine("Order by accuracy, and the thesis's:");
        ConsoleTable.Write(
            ["Over", "Order"],
            [.. order.Select(o => (IReadOnlyList<string>)[$"{o.Unit}, {(o.Lesions == LesionSource.Truth ? "truth" : "segmented")}", o.Order]), ["the thesis", ThesisOrder.Thesis]]);
    }

    private static void ShowPairs(string by, string test, IReadOnlyList<ComparedPair> pairs)
    {
        if (pairs.Count == 0) return;
        Console.Out.WriteLine($"Pairs {by} ({test}):");
        ConsoleTable.Write(
            ["First", "Second", "Patients", "Second less first", "p", "p after Holm"],
            [.. pairs.Select(p => (IReadOnlyList<string>)[p.First, p.Second, $"{p.Patients}", Figure(p.Difference), Number(p.PValue), Number(p.HolmPValue)])]);
    }

    private static string Seconds(ComparisonResult result, ComparedClassifier classifier, TimeKind kind) =>
        Number(result.Times.Where(t => t.Kind == kind && t.Node == ClassifierResult.TimeNode(classifier.Technique, classifier.Lesions)).Sum(t => t.Time.TotalSeconds));

    private static string Figure(Estimate? estimate) => estimate is not { } e ? "n/a" : double.IsNaN(e.Interval.Low) ? Number(e.Value) : $"{Number(e.Value)} ({Number(e.Interval.Low)} to {Number(e.Interval.High)})";

    // Adding 0 turns the -0 of a small negative number into 0.
    private static string Number(double value) => double.IsNaN(value) ? "n/a" : (Math.Round(value, 3) + 0).ToString("0.000", CultureInfo.InvariantCulture);
}
