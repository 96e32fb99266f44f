using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Comparisons;
using StrokeFramework.Host.Reporting.Evaluations;

namespace StrokeFramework.Host.Comparison;

/// <summary>
/// Writes a comparison to a folder: tables, <c>summary.json</c>, and figures as SVG under <c>figures/</c>. The same result
/// gives the same bytes; times stand in <c>compare-timing.csv</c> alone. What the variants do not do has no file.
/// </summary>
public static class ComparisonFiles
{
    /// <summary>Writes all files but the report.</summary>
    /// <param name="folder">The folder; made when missing, files of the same names are replaced.</param>
    /// <param name="summary">What was counted.</param>
    /// <exception cref="DataException">A file cannot be written; the message says why.</exception>
    public static void Write(string folder, ComparisonSummary summary)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(summary);
        if (summary.Segmentation is { } segmentation) SegmentationComparisonTables.Write(folder, summary.Result, segmentation);
        if (summary.Classification is { } classification) ClassifierComparisonTables.Write(folder, classification);
        PairTable.Write(Path.Combine(folder, "compare-pairs.csv"), summary);
        if (summary.Result.Times.Count > 0) EvaluationFiles.WriteTimes(Path.Combine(folder, "compare-timing.csv"), summary.Result.Times);
        ComparisonJson.Write(Path.Combine(folder, "summary.json"), summary);
        EvaluationResult data = summary.Result.AsEvaluation();
        foreach (EvaluationFigure figure in ComparisonFigures.Of(summary))
            AtomicFile.Write(Path.Combine(folder, "figures", figure.Id + ".svg"), figure.ForFile(data).Save);
    }
}
