namespace StrokeFramework.Host.Evaluation;

/// <summary>How the voxels of a mask and a truth mask agree, and the overlap figures that follow from the counts alone.</summary>
/// <param name="TruePositives">Voxels in both masks.</param>
/// <param name="FalsePositives">Voxels in the mask only.</param>
/// <param name="FalseNegatives">Voxels in the truth only.</param>
/// <param name="TrueNegatives">Voxels in neither.</param>
public readonly record struct OverlapCounts(long TruePositives, long FalsePositives, long FalseNegatives, long TrueNegatives)
{
    /// <summary>Voxels in either mask.</summary>
    public long Union => TruePositives + FalsePositives + FalseNegatives;

    /// <summary>Dice coefficient, 2TP / (2TP + FP + FN), in [0, 1]; 1 when both masks are empty.</summary>
    public double Dice => Union == 0 ? 1 : 2.0 * TruePositives / (TruePositives + Union);

    /// <summary>Jaccard index, or area overlap, TP / (TP + FP + FN), in [0, 1]; 1 when both masks are empty.</summary>
    public double Jaccard => Union == 0 ? 1 : (double)TruePositives / Union;

    /// <summary>Misclassified area, 1 - Jaccard.</summary>
    public double MisclassifiedArea => Union == 0 ? 0 : (double)(FalsePositives + FalseNegatives) / Union;

    /// <summary>Counts the voxels of two masks; any value but 0 is inside.</summary>
    /// <param name="mask">The mask to judge.</param>
    /// <param name="truth">The truth.</param>
    /// <exception cref="ArgumentException">The masks do not lie on one grid; the message says how they differ.</exception>
    public static OverlapCounts Of(Volume<byte> mask, Volume<byte> truth)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(truth);
        if (truth.Geometry.DescribeMismatch(mask.Geometry) is { } mismatch)
            throw new ArgumentException($"The mask does not lie on the truth's grid: {mismatch}.", nameof(mask));

        ReadOnlySpan<byte> a = mask.Span, b = truth.Span;
        long both = 0, maskOnly = 0, truthOnly = 0;
        for (int v = 0; v < a.Length; v++)
        {
            bool inMask = a[v] != 0, inTruth = b[v] != 0;
            if (inMask && inTruth) both++;
            else if (inMask) maskOnly++;
            else if (inTruth) truthOnly++;
        }

        return new(both, maskOnly, truthOnly, a.Length - both - maskOnly - truthOnly);
    }

    /// <summary>
    /// The false-positive rate. With an empty truth it is 1 over the union or the truth as soon as the mask has a voxel;
    /// with both masks empty it is 0.
    /// </summary>
    public double FalsePositiveRate(RateDenominator denominator = RateDenominator.Union)
    {
        if (FalsePositives == 0) return 0;
        long over = denominator switch
        {
            RateDenominator.Union => Union,
            RateDenominator.GroundTruth => TruePositives + FalseNegatives,
            RateDenominator.Pixelwise => FalsePositives + TrueNegatives,
            _ => throw new ArgumentOutOfRangeException(nameof(denominator), denominator, "Unknown denominator."),
        };
        return over == 0 ? 1 : (double)FalsePositives / over;
    }

    /// <summary>
    /// The false-negative rate; 0 when the truth is empty. Over the truth and pixel-wise it is the same number,
    /// 1 - sensitivity.
    /// </summary>
    public double FalseNegativeRate(RateDenominator denominator = RateDenominator.Union)
    {
        if (FalseNegatives == 0) return 0;
        long over = denominator switch
        {
            RateDenominator.Union => Union,
            RateDenominator.GroundTruth or RateDenominator.Pixelwise => TruePositives + FalseNegatives,
            _ => throw new ArgumentOutOfRangeException(nameof(denominator), denominator, "Unknown denominator."),
        };
        return (double)FalseNegatives / over;
    }
}
