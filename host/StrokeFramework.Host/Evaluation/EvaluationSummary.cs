namespace StrokeFramework.Host.Evaluation;

/// <summary>The figures of an evaluation, with intervals over patients: what tables, files and the report say.</summary>
public sealed class EvaluationSummary
{
    private EvaluationSummary(EvaluationResult result) => Result = result;

    /// <summary>What was counted.</summary>
    public EvaluationResult Result { get; }

    /// <summary>The lesions that have a true class; null when none was named.</summary>
    public ClassificationSummary? Lesions { get; private init; }

    /// <summary>Found and named together; null when the pipeline names nothing.</summary>
    public EndToEndSummary? EndToEnd { get; private init; }

    /// <summary>The patients, "no lesion" being a class of its own; null when none was named.</summary>
    public ClassificationSummary? Patients { get; private init; }

    /// <summary>The segmentation per output and stroke type; empty when the pipeline segments nothing.</summary>
    public IReadOnlyList<SegmentationClassSummary> Segmentation { get; private init; } = [];

    /// <summary>The boxes per output; empty when the pipeline detects nothing.</summary>
    public IReadOnlyList<DetectionSummary> Detection { get; private init; } = [];

    /// <summary>The names of the segmentation outputs, in order.</summary>
    public IReadOnlyList<string> Outputs => [.. Segmentation.Select(s => s.Output).Distinct(StringComparer.Ordinal)];

    /// <summary>Counts an evaluation.</summary>
    /// <exception cref="ArgumentException">The rows contradict each other or the classes; the message says which.</exception>
    public static EvaluationSummary Of(EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        EvaluationCheck.Check(result);
        List<LesionPrediction> labeled = [.. result.LesionPredictions.Where(p => !p.IsFalseDetection)];
        bool names = result.LesionPredictions.Count + result.MissedLesions.Count + result.Patients.Count > 0;
        return new(result)
        {
            Lesions = labeled.Count == 0 ? null : ClassificationSummary.Of(result.Classes, labeled, result.Seed),
            EndToEnd = names ? EndToEndSummary.Of(result) : null,
            Patients = result.Patients.Count == 0 ? null : ClassificationSummary.Of(PatientClasses(result), [.. result.Patients.Select(p => (p.Patient, p.TrueClass, p.PredictedClass))], result.Seed),
            Segmentation = SegmentationSummaryByClass.Of(result.Segmentations, result.Classes, result.Seed),
            Detection = [.. result.Detections.GroupBy(d => d.Output, StringComparer.Ordinal).Select(g => DetectionSummary.Of(g.Key, [.. g], result.Classes, result.Seed))],
        };
    }

    /// <summary>The summary of one output and stroke type, or null where there is none.</summary>
    /// <param name="output">The output's name.</param>
    /// <param name="strokeType">The stroke type, <see cref="SegmentationClassSummary.AllTypes"/> or <c>n/a</c>.</param>
    public SegmentationClassSummary? Find(string output, string strokeType) =>
        Segmentation.FirstOrDefault(s => s.Output == output && s.StrokeType == strokeType);

    // Without a patient for whom "no lesion" was true or was said, the class would be an empty row.
    private static IReadOnlyList<string> PatientClasses(EvaluationResult result) =>
        result.Patients.Any(p => p.TrueClass == StrokeTypes.None || p.PredictedClass == StrokeTypes.None) ? [.. result.Classes, StrokeTypes.None] : result.Classes;
}
