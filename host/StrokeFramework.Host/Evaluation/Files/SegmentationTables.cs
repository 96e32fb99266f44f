using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Evaluation;

/// <summary>Writes <c>segmentation.csv</c>, a row per study and metric, and <c>segmentation-by-class.csv</c>.</summary>
internal static class SegmentationTables
{
    public static void Write(string folder, EvaluationSummary summary)
    {
        CsvTable.Write(
            Path.Combine(folder, "segmentation.csv"),
            ["study", "patient", "stroke_type", "output", "metric", "value", "unit"],
            summary.Result.Segmentations.SelectMany(
                s => s.Metrics.ToList(),
                (s, m) => (IEnumerable<string>)[s.Study, s.Patient, s.StrokeType, s.Output, m.Id, CsvTable.Cell(m.Value), m.Unit]));
        CsvTable.Write(
            Path.Combine(folder, "segmentation-by-class.csv"),
            ["output", "stroke_type", "studies", "patients", "metric", "unit", "defined_in", "mean", "mean_low", "mean_high", "standard_deviation", "median"],
            summary.Segmentation.SelectMany(s => s.Metrics, Row));
    }

    private static IEnumerable<string> Row(SegmentationClassSummary s, MetricSummary m) =>
    [
        s.Output, s.StrokeType, Cells.Of(s.Studies), Cells.Of(s.Patients), m.Id, m.Unit, Cells.Of(m.Count),
        CsvTable.Cell(m.Mean), CsvTable.Cell(m.MeanInterval.Low), CsvTable.Cell(m.MeanInterval.High), CsvTable.Cell(m.StandardDeviation), CsvTable.Cell(m.Median),
    ];
}
