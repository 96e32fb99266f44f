using StrokeFramework.Host.Data;
using StrokeFramework.Host.Reporting.Evaluations;

namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// Writes an evaluation to a folder: tables, <c>summary.json</c>, and figures as SVG under <c>figures/</c>. The same result
/// gives the same bytes; times stand in <c>timing.csv</c> alone. What a pipeline does not do has no file.
/// </summary>
public static class EvaluationFiles
{
    /// <summary>Writes all files but the report.</summary>
    /// <param name="folder">The folder; made when missing, files of the same names are replaced.</param>
    /// <param name="summary">What was counted.</param>
    /// <exception cref="DataException">A file cannot be written; the message says why.</exception>
    public static void Write(string folder, EvaluationSummary summary)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(summary);
        if (summary.Segmentation.Count > 0) SegmentationTables.Write(folder, summary);
        if (summary.Detection.Count > 0) DetectionTables.Write(folder, summary);
        ClassificationTables.Write(folder, summary);
        if (summary.Result.Times.Count > 0) WriteTimes(Path.Combine(folder, "timing.csv"), summary.Result.Times);
        EvaluationJson.Write(Path.Combine(folder, "summary.json"), summary);
        foreach (EvaluationFigure figure in EvaluationFigures.Of(summary))
            AtomicFile.Write(Path.Combine(folder, "figures", figure.Id + ".svg"), figure.ForFile(summary.Result).Save);
    }

    /// <summary>Writes a table of times.</summary>
    internal static void WriteTimes(string path, IReadOnlyList<EvaluationTime> times) => CsvTable.Write(
        path,
        ["kind", "node", "fold", "study", "seconds", "source"],
        times.Select(t => (IEnumerable<string>)[t.Kind.ToString().ToLowerInvariant(), t.Node, Cells.Of(t.Fold), t.Study, t.FromCache ? "" : CsvTable.Cell(Math.Round(t.Time.TotalSeconds, 6)), t.FromCache ? "from cache" : "measured"]));
}
