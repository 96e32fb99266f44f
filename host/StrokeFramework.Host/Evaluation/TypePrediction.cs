namespace StrokeFramework.Host.Evaluation;

/// <summary>The stroke type of one lesion, or of a lesion's part in one slice.</summary>
/// <param name="Lesion">Number of the lesion, from 1.</param>
/// <param name="Slice">Slice index when rows are slices; null for the whole lesion.</param>
/// <param name="Volume">Volume of the lesion, in ml.</param>
/// <param name="Type">The most probable class.</param>
/// <param name="Probabilities">One per class.</param>
public sealed record TypePrediction(int Lesion, int? Slice, double Volume, string Type, IReadOnlyList<double> Probabilities);
