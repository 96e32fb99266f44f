namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// Averages segmentation figures per output and stroke type: each study counts once, figures are not pooled over voxels.
/// Studies whose truth is empty have no overlap to speak of and are summarized apart, by what was falsely found.
/// </summary>
public static class SegmentationSummaryByClass
{
    /// <summary>Id of the mean volume found in studies without a lesion, in ml.</summary>
    public const string FalseVolume = "false_volume_ml";

    /// <summary>Id of the mean number of lesions found in studies without a lesion.</summary>
    public const string FalseLesions = "false_lesions";

    /// <summary>Id of the share of studies without a lesion in which nothing was found.</summary>
    public const string NothingFound = "nothing_found";

    /// <summary>Summarizes rows.</summary>
    /// <param name="rows">A row per study and output.</param>
    /// <param name="classes">The stroke types, in order; others that occur follow.</param>
    /// <param name="seed">Seed of the bootstrap over patients.</param>
    /// <returns>Per output, in order of appearance: each stroke type that occurs, all types together, and <c>n/a</c> where it occurs.</returns>
    public static IReadOnlyList<SegmentationClassSummary> Of(IReadOnlyList<SegmentationResult> rows, IReadOnlyList<string> classes, long seed)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(classes);
        var summaries = new List<SegmentationClassSummary>();
        foreach (IGrouping<string, SegmentationResult> output in rows.GroupBy(r => r.Output, StringComparer.Ordinal))
        {
            List<SegmentationResult> lesions = [.. output.Where(r => r.HasLesion)], none = [.. output.Where(r => !r.HasLesion)];
            foreach (IGrouping<string, SegmentationResult> type in lesions.GroupBy(TypeOf, StringComparer.Ordinal).OrderBy(g => Place(classes, g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal))
                summaries.Add(Summary(output.Key, type.Key, [.. type], m => m.ToList(), seed));
            if (lesions.Count > 0) summaries.Add(Summary(output.Key, SegmentationClassSummary.AllTypes, lesions, m => m.ToList(), seed));
            if (none.Count > 0) summaries.Add(Summary(output.Key, StrokeTypes.None, none, FalseFindings, seed));
        }

        return summaries;
    }

    private static SegmentationClassSummary Summary(string output, string type, List<SegmentationResult> rows, Func<SegmentationMetrics, IReadOnlyList<MetricValue>> figures, long seed)
    {
        var bootstrap = new PatientBootstrap([.. rows.Select(r => r.Patient)], seed);
        var values = rows.ConvertAll(r => figures(r.Metrics));
        return new(output, type, rows.Count, bootstrap.Patients, [.. values[0].Select((metric, n) => MetricSummary.Of(metric, values.ConvertAll(v => v[n].Value), bootstrap))]);
    }

    private static IReadOnlyList<MetricValue> FalseFindings(SegmentationMetrics metrics) =>
    [
        new(FalseVolume, "False volume", metrics.Volume, "ml", "found where there is no lesion"),
        new(FalseLesions, "False lesions", metrics.Lesions.Lesions, MetricValue.Count, "found where there is no lesion"),
        new(NothingFound, "Studies in which nothing was found", metrics.Volume > 0 ? 0 : 1, "", "of those without a lesion"),
    ];

    /// <summary>The stroke type that a study with a lesion counts as: a lesion in a patient who is said to have none belongs to no type either.</summary>
    internal static string TypeOf(SegmentationResult row) =>
        row.StrokeType is "" or StrokeTypes.None ? SegmentationClassSummary.UnknownType : row.StrokeType;

    private static int Place(IReadOnlyList<string> classes, string type)
    {
        for (int c = 0; c < classes.Count; c++)
        {
            if (classes[c] == type) return c;
        }

        return classes.Count;
    }
}
