using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>Writes <c>compare-segmentation.csv</c>, a row per study, technique and figure, and <c>compare-by-class.csv</c>.</summary>
internal static class SegmentationComparisonTables
{
    /// <summary>Id of the share of large lesions that are found.</summary>
    public const string LargeSensitivity = "large_lesion_sensitivity";

    public static void Write(string folder, ComparisonResult result, SegmentationComparison comparison)
    {
        CsvTable.Write(
            Path.Combine(folder, "compare-segmentation.csv"),
            ["study", "patient", "stroke_type", "technique", "metric", "value", "unit"],
            result.Segmentations.SelectMany(FiguresOf, (s, m) => (IEnumerable<string>)[s.Study, s.Patient, s.StrokeType, s.Output, m.Id, CsvTable.Cell(m.Value), m.Unit]));
        CsvTable.Write(
            Path.Combine(folder, "compare-by-class.csv"),
            [
                "technique", "stroke_type", "studies", "patients", "metric", "unit", "defined_in", "mean", "mean_low", "mean_high", "standard_deviation", "median",
                "difference_to_first", "difference_low", "difference_high",
            ],
            comparison.Summary.Segmentation.SelectMany(s => Rows(comparison, s)));
    }

    private static IEnumerable<MetricValue> FiguresOf(SegmentationResult row) =>
    [
        .. row.Metrics.ToList(),
        new("truth_large_lesions", "", row.Metrics.LargeLesions.Lesions, MetricValue.Count, ""),
        new("large_lesions_found", "", row.Metrics.LargeLesions.Found, MetricValue.Count, ""),
    ];

    private static IEnumerable<IEnumerable<string>> Rows(SegmentationComparison comparison, SegmentationClassSummary s)
    {
        foreach (MetricSummary m in s.Metrics)
        {
            Estimate? difference = comparison.FindDifference(s.Output, s.StrokeType, m.Id)?.Difference;
            yield return
            [
                s.Output, s.StrokeType, CsvTable.Cell(s.Studies), CsvTable.Cell(s.Patients), m.Id, m.Unit, CsvTable.Cell(m.Count),
                CsvTable.Cell(m.Mean), CsvTable.Cell(m.MeanInterval.Low), CsvTable.Cell(m.MeanInterval.High), CsvTable.Cell(m.StandardDeviation), CsvTable.Cell(m.Median),
                .. Cells(difference),
            ];
        }

        if (s.StrokeType == StrokeTypes.None) yield break;
        LargeLesionSummary large = comparison.FindLarge(s.Output, s.StrokeType);
        yield return
        [
            s.Output, s.StrokeType, CsvTable.Cell(s.Studies), CsvTable.Cell(s.Patients), LargeSensitivity, "", CsvTable.Cell(large.Lesions),
            .. Cells(large.Sensitivity), CsvTable.Cell(double.NaN), CsvTable.Cell(double.NaN), .. Cells(null),
        ];
    }

    private static string[] Cells(Estimate? estimate) => estimate is { } e
        ? [CsvTable.Cell(e.Value), CsvTable.Cell(e.Interval.Low), CsvTable.Cell(e.Interval.High)]
        : [CsvTable.Cell(double.NaN), CsvTable.Cell(double.NaN), CsvTable.Cell(double.NaN)];
}
