namespace StrokeFramework;

/// <summary>The measurements of one region.</summary>
/// <param name="Lesion">Number of the lesion, from 1.</param>
/// <param name="Slice">Slice index when the region is a lesion's part in one slice; null for the whole lesion.</param>
/// <param name="Values">One value per column; NaN is missing.</param>
public sealed record FeatureRow(int Lesion, int? Slice, ReadOnlyMemory<double> Values);
