using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>Writes <c>compare-pairs.csv</c>, a row per pair of techniques.</summary>
internal static class PairTable
{
    public static void Write(string path, ComparisonSummary summary) => CsvTable.Write(
        path,
        ["kind", "lesions", "metric", "first", "second", "patients", "difference", "difference_low", "difference_high", "only_first_right", "only_second_right", "test", "p", "p_holm"],
        [
            .. (summary.Segmentation?.Pairs ?? []).Select(p => Row(p, "segmentation", SegmentationComparison.Tested, "sign-flip")),
            .. (summary.Classification?.Pairs ?? []).Select(p => Row(p, "classification", "accuracy", "mcnemar-exact")),
        ]);

    private static IEnumerable<string> Row(ComparedPair p, string kind, string metric, string test) =>
    [
        kind, p.Lesions is { } lesions ? ClassifierComparisonTables.NameOf(lesions) : "n/a", metric, p.First, p.Second, CsvTable.Cell(p.Patients),
        CsvTable.Cell(p.Difference.Value), CsvTable.Cell(p.Difference.Interval.Low), CsvTable.Cell(p.Difference.Interval.High),
        Cells.Of(p.OnlyFirst), Cells.Of(p.OnlySecond), test, CsvTable.Cell(p.PValue), CsvTable.Cell(p.HolmPValue),
    ];
}
