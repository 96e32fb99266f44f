namespace StrokeFramework.Host.Evaluation;

/// <summary>One point of a receiver operating characteristic.</summary>
/// <param name="Threshold">Rows with at least this score are called positive; infinite where none is.</param>
/// <param name="FalsePositiveRate">1 - specificity, in [0, 1].</param>
/// <param name="TruePositiveRate">Sensitivity, in [0, 1].</param>
public readonly record struct RocPoint(double Threshold, double FalsePositiveRate, double TruePositiveRate);
