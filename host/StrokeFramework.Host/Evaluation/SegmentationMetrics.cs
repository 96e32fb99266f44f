using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Evaluation;

/// <summary>How a mask agrees with the truth in one study: overlap, volume, lesions and distance.</summary>
public sealed record SegmentationMetrics
{
    /// <summary>Counts of voxels, with Dice, Jaccard and the rates that follow from them.</summary>
    public required OverlapCounts Overlap { get; init; }

    /// <summary>Volume of the mask, in ml.</summary>
    public required double Volume { get; init; }

    /// <summary>Volume of the truth, in ml.</summary>
    public required double TruthVolume { get; init; }

    /// <summary>How the lesions agree, one by one.</summary>
    public required LesionAgreement Lesions { get; init; }

    /// <summary>The truth's large lesions and how many of them are found.</summary>
    public LargeLesions LargeLesions { get; init; }

    /// <summary>
    /// 95 % Hausdorff distance between the surfaces, in mm: the larger of both directions. 0 when both masks are empty,
    /// NaN when one is.
    /// </summary>
    public required double HausdorffDistance95 { get; init; }

    /// <summary>Absolute difference of both volumes, in ml.</summary>
    public double VolumeDifference => Math.Abs(Volume - TruthVolume);

    /// <summary>Compares a mask with the truth; any value but 0 is inside.</summary>
    /// <param name="mask">The mask to judge.</param>
    /// <param name="truth">The truth, on the same grid.</param>
    /// <exception cref="ArgumentException">The masks do not lie on one grid; the message says how they differ.</exception>
    public static SegmentationMetrics Compare(Volume<byte> mask, Volume<byte> truth)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(truth);
        return Compare(mask, Label(mask), truth, Label(truth));
    }

    /// <summary>Compares a mask with the truth, both labelled already.</summary>
    /// <param name="mask">The mask to judge.</param>
    /// <param name="components">Its 26-connected components.</param>
    /// <param name="truth">The truth, on the same grid.</param>
    /// <param name="truthComponents">Its 26-connected components.</param>
    internal static SegmentationMetrics Compare(Volume<byte> mask, ComponentLabels components, Volume<byte> truth, ComponentLabels truthComponents)
    {
        OverlapCounts overlap = OverlapCounts.Of(mask, truth);
        double voxel = truth.Geometry.VoxelVolume / 1000;
        return new()
        {
            Overlap = overlap,
            Volume = voxel * (overlap.TruePositives + overlap.FalsePositives),
            TruthVolume = voxel * (overlap.TruePositives + overlap.FalseNegatives),
            Lesions = LesionAgreement.Of(components, truthComponents),
            LargeLesions = LargeLesions.Of(mask.Span, truthComponents, truth.Geometry.VoxelVolume),
            HausdorffDistance95 = HausdorffDistance.Of95(mask.Span, truth.Span, truth.Geometry),
        };
    }

    /// <summary>All figures in the order of a table.</summary>
    public IReadOnlyList<MetricValue> ToList() =>
    [
        new("dice", "Dice coefficient", Overlap.Dice, "", "2TP / (2TP + FP + FN)"),
        new("jaccard", "Jaccard index", Overlap.Jaccard, "", "TP / (TP + FP + FN)"),
        new("misclassified_area", "Misclassified area", Overlap.MisclassifiedArea, "", "1 − Jaccard"),
        .. Rates(RateDenominator.Union, "union", "over the union", "TP + FP + FN", "TP + FP + FN"),
        .. Rates(RateDenominator.GroundTruth, "truth", "over the truth", "TP + FN", "TP + FN"),
        .. Rates(RateDenominator.Pixelwise, "pixelwise", "pixel-wise", "FP + TN", "FN + TP"),
        new("volume_ml", "Volume", Volume, "ml", "of the segmentation"),
        new("truth_volume_ml", "Volume of the truth", TruthVolume, "ml", ""),
        new("volume_difference_ml", "Absolute volume difference", VolumeDifference, "ml", ""),
        new("hausdorff_95_mm", "95 % Hausdorff distance", HausdorffDistance95, "mm", "between surface voxels, the larger of both directions"),
        new("lesions", "Lesions", Lesions.Lesions, MetricValue.Count, "26-connected, in the segmentation"),
        new("truth_lesions", "Lesions in the truth", Lesions.TruthLesions, MetricValue.Count, ""),
        new("lesion_count_difference", "Lesion-count difference", Math.Abs(Lesions.CountDifference), MetricValue.Count, "absolute"),
        new("lesion_recall", "Lesion-wise recall", Lesions.Recall, "", "lesions of the truth that are touched"),
        new("lesion_precision", "Lesion-wise precision", Lesions.Precision, "", "lesions of the segmentation that touch the truth"),
        new("lesion_f1", "Lesion-wise F1", Lesions.F1, "", "one voxel of overlap is a hit"),
    ];

    private static ComponentLabels Label(Volume<byte> mask) => ConnectedComponents.Label(mask.Span, mask.Size, Connectivity.Full);

    private IEnumerable<MetricValue> Rates(RateDenominator denominator, string id, string name, string forPositives, string forNegatives) =>
    [
        new("fpr_" + id, "False-positive rate, " + name, Overlap.FalsePositiveRate(denominator), "", $"FP / ({forPositives})"),
        new("fnr_" + id, "False-negative rate, " + name, Overlap.FalseNegativeRate(denominator), "", $"FN / ({forNegatives})"),
    ];
}
