using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>What one classifier made of one kind of lesions.</summary>
/// <param name="Lesions">Which lesions it was given, in training and in test.</param>
/// <param name="Technique">The column's name.</param>
/// <param name="Stage">Id of the classifier's stage.</param>
/// <param name="Result">Its predictions, without segmentations.</param>
public sealed record ClassifierResult(LesionSource Lesions, string Technique, string Stage, EvaluationResult Result)
{
    /// <summary>What the times of a classifier on one kind of lesions are listed under.</summary>
    public static string TimeNode(string technique, LesionSource lesions) => $"{technique}, lesions {(lesions == LesionSource.Truth ? "of the truth" : "as segmented")}";
}
