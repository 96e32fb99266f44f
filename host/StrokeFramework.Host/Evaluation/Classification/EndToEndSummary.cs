namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// How many truth lesions were both found and named right. A truth lesion found in pieces counts once, by its largest
/// piece; one that was missed counts as wrong. False detections are counted beside, as they are no truth lesion.
/// </summary>
/// <param name="Right">Truth lesions found and named right.</param>
/// <param name="TruthLesions">All truth lesions.</param>
/// <param name="Missed">Truth lesions that were not found.</param>
/// <param name="FalseDetections">Lesions found that overlap no truth lesion.</param>
/// <param name="Accuracy">Right / all truth lesions, in [0, 1]; NaN when there is no truth lesion.</param>
public sealed record EndToEndSummary(int Right, int TruthLesions, int Missed, int FalseDetections, Estimate Accuracy)
{
    /// <summary>Counts the truth lesions of an evaluation.</summary>
    internal static EndToEndSummary Of(EvaluationResult result)
    {
        var lesions = result.LesionPredictions.Where(p => !p.IsFalseDetection)
            .GroupBy(p => (p.Study, p.TruthLesion))
            .Select(pieces => pieces.OrderByDescending(p => p.Volume).ThenBy(p => p.Lesion).First())
            .Select(p => (p.Patient, p.IsRight))
            .Concat(result.MissedLesions.Select(m => (m.Patient, IsRight: false))).ToList();
        var bootstrap = new PatientBootstrap([.. lesions.Select(l => l.Patient)], result.Seed);
        return new(
            lesions.Count(l => l.IsRight),
            lesions.Count,
            result.MissedLesions.Count,
            result.LesionPredictions.Count(p => p.IsFalseDetection),
            bootstrap.Estimate(lesions.Count, rows => rows.Count == 0 ? double.NaN : (double)rows.Count(r => lesions[r].IsRight) / rows.Count));
    }
}
