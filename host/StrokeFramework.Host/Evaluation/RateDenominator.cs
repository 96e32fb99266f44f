namespace StrokeFramework.Host.Evaluation;

/// <summary>What a false-positive or false-negative rate of a segmentation is divided by. Always named beside the figure.</summary>
public enum RateDenominator
{
    /// <summary>
    /// The union of both masks, TP + FP + FN: with it, Jaccard + FPR + FNR = 1 for every study. The default, because
    /// it is the one that the published averages are consistent with.
    /// </summary>
    Union,

    /// <summary>The voxels of the truth, TP + FN. A false-positive rate over it can exceed 1.</summary>
    GroundTruth,

    /// <summary>The voxels that could have been wrong: FP / (FP + TN) and FN / (FN + TP).</summary>
    Pixelwise,
}
