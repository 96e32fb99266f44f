namespace StrokeFramework.Host.Evaluation;

/// <summary>The stroke types that a classifier named in one study.</summary>
/// <param name="Output">The output's name.</param>
/// <param name="Classes">The classes, in the order of the probabilities.</param>
/// <param name="Method">How the probabilities are made.</param>
/// <param name="Lesions">Per lesion, or per lesion and slice.</param>
/// <param name="Patient">The patient's type by this study.</param>
public sealed record TypeOutput(string Output, IReadOnlyList<string> Classes, string Method, IReadOnlyList<TypePrediction> Lesions, PatientType Patient);
