namespace StrokeFramework;

/// <summary>A lesion found by a detector.</summary>
/// <param name="Box">Where, in voxels; <see cref="SliceBox.ToWorld"/> gives millimetres.</param>
/// <param name="Label">The stroke type.</param>
/// <param name="Score">Confidence in [0, 1].</param>
public sealed record Detection(SliceBox Box, string Label, double Score);
