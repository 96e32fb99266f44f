namespace StrokeFramework.Host.Comparison;

/// <summary>
/// A column of the comparison: one segmentation output or one classifier. Variants that do the same up to there, such as
/// all segmentations when only the classifier is swapped, share one.
/// </summary>
/// <param name="Name">A short name that no other column of its kind has.</param>
/// <param name="Stage">Id of the stage behind it.</param>
/// <param name="Node">Its node in the merged pipeline.</param>
/// <param name="Merged">Which of the merged pipelines it belongs to.</param>
/// <param name="Variants">The variants that share it.</param>
public sealed record ComparedTechnique(string Name, string Stage, string Node, int Merged, IReadOnlyList<string> Variants);
