using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Evaluation;

/// <summary>Writes <c>detections.csv</c>, a row per box found; <c>detection-by-class.csv</c>; <c>detection-by-size.csv</c>; and <c>free-response.csv</c>.</summary>
internal static class DetectionTables
{
    public static void Write(string folder, EvaluationSummary summary)
    {
        CsvTable.Write(
            Path.Combine(folder, "detections.csv"),
            ["study", "patient", "stroke_type", "output", "slice", "min_i", "min_j", "max_i", "max_j", "label", "score", "best_overlap"],
            summary.Detection.SelectMany(d => d.Studies).SelectMany(s => s.Found, Row));
        CsvTable.Write(
            Path.Combine(folder, "detection-by-class.csv"),
            ["output", "class", "true_boxes", "ap50", "ap50_low", "ap50_high", "ap50_95", "slice_accuracy", "slice_sensitivity", "slice_specificity"],
            summary.Detection.SelectMany(d => d.Classes, (d, c) => ByClass(d, c)));
        CsvTable.Write(
            Path.Combine(folder, "detection-by-size.csv"),
            ["output", "least_ml", "below_ml", "lesions", "found", "true_boxes", "boxes_found"],
            summary.Detection.SelectMany(d => d.BySize, (d, s) => (IEnumerable<string>)[d.Output, CsvTable.Cell(s.Least), double.IsInfinity(s.Below) ? "" : CsvTable.Cell(s.Below), Cells.Of(s.Lesions), Cells.Of(s.Found), Cells.Of(s.TrueBoxes), Cells.Of(s.BoxesFound)]));
        CsvTable.Write(
            Path.Combine(folder, "free-response.csv"),
            ["output", "lesions", "score", "false_boxes_per_slice", "sensitivity"],
            summary.Detection.SelectMany(d => Curve(d.Output, "all", d.FreeResponse).Concat(Curve(d.Output, "0.5 ml and more", d.FreeResponseLarge))));
    }

    private static IEnumerable<string> Row(DetectionResult study, Detection found)
    {
        SliceBox box = found.Box;
        double overlap = study.Truth.Select(t => BoxOverlap.Of(t.Box, box)).DefaultIfEmpty(0).Max();
        return
        [
            study.Study, study.Patient, study.StrokeType, study.Output, Cells.Of(box.Slice), CsvTable.Cell(box.MinI), CsvTable.Cell(box.MinJ), CsvTable.Cell(box.MaxI), CsvTable.Cell(box.MaxJ),
            found.Label, CsvTable.Cell(found.Score), CsvTable.Cell(overlap),
        ];
    }

    private static IEnumerable<string> ByClass(DetectionSummary summary, DetectionClassSummary type)
    {
        ConfusionMatrix slices = summary.BySlice.Confusion;
        ClassAgreement agreement = slices.ByClass[slices.Classes.Index().First(c => c.Item == type.Class).Index];
        return
        [
            summary.Output, type.Class, Cells.Of(type.TrueBoxes), CsvTable.Cell(type.Precision.Value), CsvTable.Cell(type.Precision.Interval.Low), CsvTable.Cell(type.Precision.Interval.High),
            CsvTable.Cell(type.PrecisionOverOverlaps), CsvTable.Cell(agreement.Accuracy), CsvTable.Cell(agreement.Sensitivity), CsvTable.Cell(agreement.Specificity),
        ];
    }

    private static IEnumerable<IEnumerable<string>> Curve(string output, string lesions, FreeResponse curve) =>
        curve.Points.Select(p => (IEnumerable<string>)[output, lesions, CsvTable.Cell(p.Score), CsvTable.Cell(p.FalseBoxesPerSlice), CsvTable.Cell(p.Sensitivity)]);
}
