using System.Globalization;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting;

namespace StrokeFramework.Cli.Output;

/// <summary>Writes an evaluation's files and shows its main figures on the terminal.</summary>
internal static class EvaluationConsole
{
    /// <param name="folder">Where to write.</param>
    /// <param name="result">What was found.</param>
    /// <param name="ceiling">How well an oracle does on these data, as a sentence; null where nobody knows.</param>
    public static void Write(string folder, EvaluationResult result, string? ceiling)
    {
        EvaluationSummary summary = EvaluationSummary.Of(result);
        EvaluationFiles.Write(folder, summary);
        string report = Path.Combine(folder, "report.html");
        AtomicFile.Write(report, stream => EvaluationReportWriter.Write(summary, stream));
        foreach (string note in result.Notes) Console.Error.WriteLine($"Note: {note}");
        Show(summary);
        if (ceiling is not null && (summary.Lesions is not null || summary.Detection.Count > 0)) Console.Out.WriteLine($"The ceiling of these data: {ceiling}");
        if (summary.Lesions is not null)
        {
            Console.Out.WriteLine("For scale, on other data: the thesis (Noor 2020) reports an accuracy of 0.985 for its SVM.");
        }

        Console.Out.WriteLine($"Tables, figures and report are in '{folder}'. Open {report}");
    }

    private static void Show(EvaluationSummary summary)
    {
        string on = summary.Result.IsSynthetic ? " (synthetic images)" : "";
        if (summary.Segmentation.Count > 0)
        {
            Console.Out.WriteLine($"Segmentation{on}, mean over patients:");
            ConsoleTable.Write(
                ["Output", "Stroke type", "Studies", "Dice", "Jaccard", "FPR/union", "FNR/union", "Volume/ml"],
                [.. summary.Segmentation.Select(s => (IReadOnlyList<string>)[s.Output, s.StrokeType, $"{s.Studies}", Mean(s, "dice"), Mean(s, "jaccard"), Mean(s, "fpr_union"), Mean(s, "fnr_union"), s.StrokeType == StrokeTypes.None ? $"{Mean(s, SegmentationSummaryByClass.FalseVolume)} false" : Mean(s, "volume_ml")])]);
        }

        foreach (DetectionSummary detection in summary.Detection) Show(detection, on);
        if (summary.Lesions is not { } lesions) return;
        Console.Out.WriteLine($"Stroke type of lesions{on}, {Protocol(summary.Result)}, lesions {(summary.Result.Lesions == LesionSource.Truth ? "of the truth" : "as segmented")}:");
        ConfusionMatrix confusion = lesions.Confusion;
        ConsoleTable.Write(
            ["Stroke type", "Lesions", "Accuracy", "Sensitivity", "Specificity", "AUC"],
            [.. confusion.Classes.Select((c, n) => (IReadOnlyList<string>)[c, $"{confusion.ByClass[n].Members}", Number(confusion.ByClass[n].Accuracy), Number(confusion.ByClass[n].Sensitivity), Number(confusion.ByClass[n].Specificity), n < lesions.Areas.Count ? Number(lesions.Areas[n].Value) : "n/a"])]);
        Console.Out.WriteLine($"Accuracy {Number(lesions.Accuracy)} over {lesions.Patients} patients.");
        if (summary.EndToEnd is { } all)
            Console.Out.WriteLine($"End to end, missed lesions counted wrong: {Number(all.Accuracy)} ({all.Right} of {all.TruthLesions} lesions; {all.Missed} missed, {all.FalseDetections} false detections).");
        if (summary.Patients is { } patients) Console.Out.WriteLine($"Patients, \"no lesion\" being a class: accuracy {Number(patients.Accuracy)}.");
    }

    private static void Show(DetectionSummary detection, string on)
    {
        ConfusionMatrix slices = detection.BySlice.Confusion;
        Console.Out.WriteLine($"Boxes of {detection.Output}{on}:");
        ConsoleTable.Write(
            ["Stroke type", "True boxes", "AP50", "AP50:95", "Slice sensitivity", "Slice specificity"],
            [.. detection.Classes.Select(c => (c, slices.ByClass[slices.Classes.Index().First(s => s.Item == c.Class).Index])).Select(row => (IReadOnlyList<string>)[row.c.Class, $"{row.c.TrueBoxes}", Number(row.c.Precision.Value), Number(row.c.PrecisionOverOverlaps), Number(row.Item2.Sensitivity), Number(row.Item2.Specificity)])]);
        ConsoleTable.Write(
            ["Lesion volume", "Lesions", "Found", "True boxes", "Boxes found"],
            [.. detection.BySize.Select(s => (IReadOnlyList<string>)[Volumes(s), $"{s.Lesions}", Number((double)s.Found / s.Lesions), $"{s.TrueBoxes}", Number((double)s.BoxesFound / s.TrueBoxes)])]);
        FreeResponsePoint usual = detection.FreeResponse.At(DetectionSummary.SliceScore), large = detection.FreeResponseLarge.At(DetectionSummary.SliceScore);
        Console.Out.WriteLine($"Mean AP50 {Number(detection.MeanPrecision)}, AP50:95 {Number(detection.MeanPrecisionOverOverlaps)}; accuracy of slices {Number(detection.BySlice.Accuracy)}; of those with a lesion {Number(detection.NamedSlices)} are named right.");
        Console.Out.WriteLine($"Boxes of score {Number(DetectionSummary.SliceScore)} and more find {Number(usual.Sensitivity)} of {detection.FreeResponse.Lesions} lesions ({Number(large.Sensitivity)} of {detection.FreeResponseLarge.Lesions} of 0.5 ml and more), with {Number(usual.FalseBoxesPerSlice)} false boxes per slice.");
    }

    private static string Volumes(DetectionSizeSummary size) => double.IsInfinity(size.Below)
        ? string.Create(CultureInfo.InvariantCulture, $"{size.Least:0.#} ml and more")
        : string.Create(CultureInfo.InvariantCulture, $"{size.Least:0.#} to {size.Below:0.#} ml");

    private static string Mean(SegmentationClassSummary summary, string metric) => summary.Find(metric) is { } m ? Number(m.Mean) : "";

    private static string Number(Estimate estimate) => $"{Number(estimate.Value)} (95 % interval {Number(estimate.Interval.Low)} to {Number(estimate.Interval.High)})";

    private static string Protocol(EvaluationResult result) =>
        result.Protocol.Folds is { } folds ? $"{folds} folds of patients" : result.Protocol.Model is { } model ? $"model {model}" : "nothing trained";

    private static string Number(double value) => double.IsNaN(value) ? "n/a" : value.ToString("0.000", CultureInfo.InvariantCulture);
}
