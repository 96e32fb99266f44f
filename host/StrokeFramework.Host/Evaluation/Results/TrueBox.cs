namespace StrokeFramework.Host.Evaluation;

/// <summary>The box around the part of a true lesion in one slice.</summary>
/// <param name="Box">Where.</param>
/// <param name="Lesion">The lesion's number in its study, from 1; larger lesions first.</param>
/// <param name="LesionVolume">The whole lesion's volume, in ml.</param>
public sealed record TrueBox(SliceBox Box, int Lesion, double LesionVolume);
