namespace StrokeFramework.Host.Comparison;

/// <summary>The figures of a comparison: what console, files and report say.</summary>
public sealed class ComparisonSummary
{
    private ComparisonSummary(ComparisonResult result, SegmentationComparison? segmentation, ClassifierComparison? classification) =>
        (Result, Segmentation, Classification) = (result, segmentation, classification);

    /// <summary>What was counted.</summary>
    public ComparisonResult Result { get; }

    /// <summary>The segmentations; null when the variants segment nothing.</summary>
    public SegmentationComparison? Segmentation { get; }

    /// <summary>The classifiers; null when the variants name nothing.</summary>
    public ClassifierComparison? Classification { get; }

    /// <summary>Counts a comparison.</summary>
    /// <exception cref="ArgumentException">Techniques were not judged on the same studies or patients.</exception>
    public static ComparisonSummary Of(ComparisonResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(
            result,
            result.Segmentations.Count == 0 ? null : SegmentationComparison.Of(result),
            result.Classifiers.Count == 0 ? null : ClassifierComparison.Of(result));
    }
}
