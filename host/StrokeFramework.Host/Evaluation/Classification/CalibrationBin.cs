namespace StrokeFramework.Host.Evaluation;

/// <summary>The rows whose confidence lies in one interval.</summary>
/// <param name="Low">Lower end, exclusive, but for the first interval.</param>
/// <param name="High">Upper end, inclusive.</param>
/// <param name="Rows">How many rows lie in it.</param>
/// <param name="Confidence">Mean probability of the class that was named.</param>
/// <param name="Accuracy">The share that was named right.</param>
public readonly record struct CalibrationBin(double Low, double High, int Rows, double Confidence, double Accuracy);
