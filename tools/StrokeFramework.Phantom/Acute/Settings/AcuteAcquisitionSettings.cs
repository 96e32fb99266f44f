namespace StrokeFramework.Phantom;

/// <summary>The scanner of training volumes, drawn for every volume anew, and what is done to its images afterwards.</summary>
public sealed record AcuteAcquisitionSettings
{
    /// <summary>Echo time, in ms.</summary>
    /// <value>55 to 110 ms.</value>
    public ParameterRange EchoTime { get; init; } = new(55, 110);

    /// <summary>Diffusion weighting of the DWI, in s/mm².</summary>
    /// <value>1000 s/mm².</value>
    public double BValue { get; init; } = 1000;

    /// <summary>Standard deviation of the blur within a slice, in voxels.</summary>
    /// <value>0 to 0.65.</value>
    public ParameterRange InPlaneBlur { get; init; } = new(0, 0.65);

    /// <summary>Standard deviation of the blur across slices, in voxels: slices thicker than the grid.</summary>
    /// <value>0 to 1.1.</value>
    public ParameterRange SliceBlur { get; init; } = new(0, 1.1);

    /// <summary>Standard deviation of the noise in each of the two channels of the DWI, relative to normal brain, log-uniform.</summary>
    /// <value>0.012 to 0.09.</value>
    public ParameterRange Noise { get; init; } = new(0.012, 0.09);

    /// <summary>Noise of the b0 image relative to that of the DWI.</summary>
    /// <value>1 to 3.</value>
    public ParameterRange B0Noise { get; init; } = new(1, 3);

    /// <summary>Chance that noise is correlated between neighbors, as interpolated images have it.</summary>
    /// <value>0.6.</value>
    public double CorrelationChance { get; init; } = 0.6;

    /// <summary>Standard deviation of the blur of correlated noise, in voxels.</summary>
    /// <value>0.3 to 0.7.</value>
    public ParameterRange Correlation { get; init; } = new(0.3, 0.7);

    /// <summary>Chance that b0 and DWI are shifted against each other within the slice.</summary>
    /// <value>0.25.</value>
    public double ShiftChance { get; init; } = 0.25;

    /// <summary>Standard deviation of that shift along i and j, in voxels.</summary>
    /// <value>0.35.</value>
    public double Shift { get; init; } = 0.35;

    /// <summary>Chance that images are skull-stripped: 0 outside the brain.</summary>
    /// <value>0.88.</value>
    public double StripChance { get; init; } = 0.88;

    /// <summary>Scalp on the DWI relative to normal brain, where images are not stripped.</summary>
    /// <value>0.1 to 0.8.</value>
    public ParameterRange Scalp { get; init; } = new(0.1, 0.8);

    /// <summary>Scalp on b0 relative to scalp on the DWI.</summary>
    /// <value>1 to 4.</value>
    public ParameterRange ScalpB0 { get; init; } = new(1, 4);

    /// <summary>Chance that a stripped image rings a little at the brain's edge, with values below 0, as resampling leaves it.</summary>
    /// <value>0.5.</value>
    public double RingingChance { get; init; } = 0.5;

    /// <summary>Size of the ringing, relative to the signal beside it.</summary>
    /// <value>0.002 to 0.02.</value>
    public ParameterRange Ringing { get; init; } = new(0.002, 0.02);

    /// <summary>Value that normal brain has on the DWI, log-uniform: scanners agree on no unit.</summary>
    /// <value>80 to 600.</value>
    public ParameterRange NormalBrain { get; init; } = new(80, 600);
}
