namespace StrokeFramework.Host.Evaluation;

/// <summary>How well the boxes of one class find it.</summary>
/// <param name="Class">The class.</param>
/// <param name="TrueBoxes">How many true boxes it has.</param>
/// <param name="Precision">Average precision at an overlap of 0.5.</param>
/// <param name="PrecisionOverOverlaps">The mean of the average precisions at overlaps from 0.5 to 0.95.</param>
/// <param name="Curve">Recall and precision at an overlap of 0.5, from the best score down.</param>
public sealed record DetectionClassSummary(string Class, int TrueBoxes, Estimate Precision, double PrecisionOverOverlaps, IReadOnlyList<(double Recall, double Precision)> Curve);
