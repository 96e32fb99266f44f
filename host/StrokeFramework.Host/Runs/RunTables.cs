using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Runs;

/// <summary>Writes the tables over all studies: what became of each, and how the masks agree with the truth.</summary>
internal static class RunTables
{
    public static void Write(RunRequest request, IReadOnlyList<StudyOutcome> outcomes)
    {
        CsvTable.Write(
            Path.Combine(request.OutputFolder, "studies.csv"),
            ["study", "status", "code", "node", "message"],
            outcomes.Select(o => (IEnumerable<string>)[o.Study, o.Error is null ? "done" : "failed", o.ErrorCode ?? "", o.FailedNode ?? "", o.Error ?? ""]));
        if (request.Truth is not null)
            CsvTable.Write(Path.Combine(request.OutputFolder, "segmentation.csv"), ["study", "output", "metric", "value", "unit"], outcomes.SelectMany(MetricRows));
    }

    private static IEnumerable<IEnumerable<string>> MetricRows(StudyOutcome outcome)
    {
        foreach (SegmentationSummary segmentation in outcome.Segmentations)
        {
            foreach (MetricValue metric in segmentation.Metrics?.ToList() ?? [])
                yield return [outcome.Study, segmentation.Output, metric.Id, CsvTable.Cell(metric.Value), metric.Unit];
        }
    }
}
