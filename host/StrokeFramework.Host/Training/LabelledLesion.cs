namespace StrokeFramework.Host.Training;

/// <summary>A feature row with what the truth says of it.</summary>
/// <param name="Row">The measurements.</param>
/// <param name="Volume">Volume of the lesion, in ml.</param>
/// <param name="TruthLesion">Number of the truth lesion it belongs to, from 1; null for a false detection.</param>
/// <param name="Label">The patient's class when the lesion overlaps a truth lesion; null for a false detection.</param>
public sealed record LabelledLesion(FeatureRow Row, double Volume, int? TruthLesion, string? Label);
