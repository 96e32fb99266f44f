namespace StrokeFramework.Host.Evaluation;

/// <summary>How well one output segments the studies of one stroke type.</summary>
/// <param name="Output">The pipeline's output or technique.</param>
/// <param name="StrokeType">The stroke type; <see cref="AllTypes"/> for all studies with a lesion, <c>n/a</c> for those without.</param>
/// <param name="Studies">The number of studies.</param>
/// <param name="Patients">The number of patients.</param>
/// <param name="Metrics">The figures: of agreement where there is a lesion, of false volume where there is none.</param>
public sealed record SegmentationClassSummary(string Output, string StrokeType, int Studies, int Patients, IReadOnlyList<MetricSummary> Metrics)
{
    /// <summary>Stands for all stroke types together, studies without a lesion left out.</summary>
    public const string AllTypes = "all";

    /// <summary>Stands for studies with a lesion whose stroke type is not known.</summary>
    public const string UnknownType = "unknown";

    /// <summary>One figure by its id, such as <c>dice</c>; null where the summary has no such figure.</summary>
    public MetricSummary? Find(string metric) => Metrics.FirstOrDefault(m => m.Id == metric);
}
