namespace StrokeFramework.Phantom;

/// <summary>The scanner: the sequence, the grid and what it does to the signal.</summary>
public sealed record AcquisitionSettings
{
    /// <summary>Voxels along i, j and k.</summary>
    /// <value>256×256×24.</value>
    public GridSize Size { get; init; } = new(256, 256, 24);

    /// <summary>Distance between voxel centers along i, j and k, in mm.</summary>
    /// <value>0.9×0.9×5 mm.</value>
    public Point3 Spacing { get; init; } = new(0.9, 0.9, 5);

    /// <summary>Echo time, in ms.</summary>
    /// <value>90 ms.</value>
    public double EchoTime { get; init; } = 90;

    /// <summary>Diffusion weighting of the DWI, in s/mm².</summary>
    /// <value>1000 s/mm².</value>
    public double BValue { get; init; } = 1000;

    /// <summary>Bits stored per sample: full scale is 2^bits - 1 and nothing exceeds it.</summary>
    /// <value>12.</value>
    public int BitsStored { get; init; } = 12;

    /// <summary>Where the mode of normal brain on the DWI lies, as a fraction of full scale; fixes the scanner's gain k.</summary>
    /// <value>0.1.</value>
    public double NormalBrainLevel { get; init; } = 0.1;

    /// <summary>Standard deviation of the noise in each of the two channels, as a fraction of normal brain on the DWI.</summary>
    /// <value>0.04, a signal-to-noise ratio of about 25 in normal brain on the DWI.</value>
    public double Noise { get; init; } = 0.04;

    /// <summary>Standard deviation of the logarithm of the receive coil's sensitivity over the head.</summary>
    /// <value>0.03.</value>
    public double ReceiveBias { get; init; } = 0.03;

    /// <summary>Samples across the thickness of a slice that are averaged: the through-plane partial volume.</summary>
    /// <value>3.</value>
    public int SlabSamples { get; init; } = 3;

    /// <summary>The largest value that can be stored.</summary>
    public int FullScale => (1 << BitsStored) - 1;
}
