namespace StrokeFramework.Phantom;

/// <summary>
/// What is bright on the DWI of training volumes without being lesion: pile-up bands of echo-planar imaging, bright rims and
/// bright cortex. All are gains on b0 and DWI alike, so that their ADC is not low. To leave one kind out, set its chance to 0.
/// </summary>
public sealed record AcuteArtifactSettings
{
    /// <summary>No artifact at all, for comparison.</summary>
    public static AcuteArtifactSettings None { get; } = new()
    {
        BandChance = 0, MostBlobs = 0, SoftRimChance = 0, SharpRimChance = 0, CortexChance = 0, ReceiveBias = new(0, 0),
    };

    /// <summary>Chance that a volume has pile-up bands: thin, long in the slice, near petrous bone, frontal sinus or occipital rim.</summary>
    /// <value>0.88.</value>
    public double BandChance { get; init; } = 0.88;

    /// <summary>Most bands or pairs of bands; their number is uniform from 1.</summary>
    /// <value>7.</value>
    public int MostBands { get; init; } = 7;

    /// <summary>Chance that a band comes as a left-right pair.</summary>
    /// <value>0.85.</value>
    public double BandPairChance { get; init; } = 0.85;

    /// <summary>Gain of a band at its center beyond 1, log-uniform.</summary>
    /// <value>0.3 to 4.</value>
    public ParameterRange BandGain { get; init; } = new(0.3, 4);

    /// <summary>Half-length, half-width and half-height of a band (standard deviations of its profile) start here, in mm.</summary>
    /// <value>3, 1.2 and 1.4 mm.</value>
    public Point3 SmallestBand { get; init; } = new(3, 1.2, 1.4);

    /// <summary>Half-length, half-width and half-height of a band end here, in mm.</summary>
    /// <value>16, 5 and 5.6 mm.</value>
    public Point3 LargestBand { get; init; } = new(16, 5, 5.6);

    /// <summary>Chance that a band is dark rather than bright.</summary>
    /// <value>0.15.</value>
    public double DarkBandChance { get; init; } = 0.15;

    /// <summary>Chance that a bright band has a void beside it.</summary>
    /// <value>0.6.</value>
    public double VoidChance { get; init; } = 0.6;

    /// <summary>Standard deviation of the logarithm of a band's DWI against its b0: bands are not quite the same on both.</summary>
    /// <value>0.18.</value>
    public double BandMismatch { get; init; } = 0.18;

    /// <summary>Most soft bright blobs or pairs of blobs at the skull base; their number is uniform from 0.</summary>
    /// <value>6.</value>
    public int MostBlobs { get; init; } = 6;

    /// <summary>Gain of a blob at its center beyond 1, log-uniform.</summary>
    /// <value>0.15 to 2.5.</value>
    public ParameterRange BlobGain { get; init; } = new(0.15, 2.5);

    /// <summary>Bands and blobs lie between these heights above the lowest slice of the brain, in mm.</summary>
    /// <value>4 to 50 mm.</value>
    public ParameterRange BaseHeight { get; init; } = new(4, 50);

    /// <summary>Chance of a soft bright rim along the whole brain, uneven.</summary>
    /// <value>0.5.</value>
    public double SoftRimChance { get; init; } = 0.5;

    /// <summary>Gain of the soft rim beyond 1 in its brighter parts.</summary>
    /// <value>0 to 0.6.</value>
    public ParameterRange SoftRimGain { get; init; } = new(0, 0.6);

    /// <summary>Chance of sharp bright pieces of rim.</summary>
    /// <value>0.35.</value>
    public double SharpRimChance { get; init; } = 0.35;

    /// <summary>Gain of the sharp rim beyond 1 in its brighter parts.</summary>
    /// <value>0.2 to 2.</value>
    public ParameterRange SharpRimGain { get; init; } = new(0.2, 2);

    /// <summary>Chance of patches of cortex that shine through T2, as insula and cingulate do.</summary>
    /// <value>0.6.</value>
    public double CortexChance { get; init; } = 0.6;

    /// <summary>Gain of bright cortex beyond 1 in its brighter parts.</summary>
    /// <value>0.05 to 0.35.</value>
    public ParameterRange CortexGain { get; init; } = new(0.05, 0.35);

    /// <summary>Standard deviation of the logarithm of the receive coil's sensitivity over the head.</summary>
    /// <value>0.01 to 0.15.</value>
    public ParameterRange ReceiveBias { get; init; } = new(0.01, 0.15);
}
