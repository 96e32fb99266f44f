namespace StrokeFramework.Phantom;

/// <summary>How much heads differ in place, size and shape from the reference brain.</summary>
public sealed record FrameVariation
{
    /// <summary>Standard deviation of the turn about the axes to the right, to the front and upwards, in degrees.</summary>
    /// <value>6, 4 and 5 degrees.</value>
    public Point3 Turn { get; init; } = new(6, 4, 5);

    /// <summary>Size along each axis relative to the reference, drawn for each axis.</summary>
    /// <value>0.9 to 1.12.</value>
    public ParameterRange Stretch { get; init; } = new(0.9, 1.12);

    /// <summary>Size of the whole head, on top of <see cref="Stretch"/>.</summary>
    /// <value>0.86 to 1.02: brains are smaller than the MNI space has them.</value>
    public ParameterRange Size { get; init; } = new(0.86, 1.02);

    /// <summary>Standard deviation of each entry of the shear, dimensionless.</summary>
    /// <value>0.03.</value>
    public double Shear { get; init; } = 0.03;

    /// <summary>Standard deviation of the shift to the right, to the front and upwards, in mm.</summary>
    /// <value>3, 4 and 6 mm.</value>
    public Point3 Shift { get; init; } = new(3, 4, 6);

    /// <summary>Standard deviation of the coarse warp, in mm.</summary>
    /// <value>0.8 to 3 mm.</value>
    public ParameterRange CoarseWarp { get; init; } = new(0.8, 3);

    /// <summary>Size of the coarse warp's blobs, in mm.</summary>
    /// <value>56 mm.</value>
    public double CoarseWarpCell { get; init; } = 56;

    /// <summary>Standard deviation of the fine warp, in mm.</summary>
    /// <value>0.4 to 2 mm.</value>
    public ParameterRange FineWarp { get; init; } = new(0.4, 2);

    /// <summary>Size of the fine warp's blobs, in mm.</summary>
    /// <value>20 mm.</value>
    public double FineWarpCell { get; init; } = 20;
}
