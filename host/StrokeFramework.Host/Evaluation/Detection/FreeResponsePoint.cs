namespace StrokeFramework.Host.Evaluation;

/// <summary>A point of a free-response curve.</summary>
/// <param name="Score">Boxes of this score and above count.</param>
/// <param name="FalseBoxesPerSlice">False boxes over all slices.</param>
/// <param name="Sensitivity">The share of lesions found.</param>
public sealed record FreeResponsePoint(double Score, double FalseBoxesPerSlice, double Sensitivity);
