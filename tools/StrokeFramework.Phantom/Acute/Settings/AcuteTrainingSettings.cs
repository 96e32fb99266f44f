namespace StrokeFramework.Phantom;

/// <summary>
/// Every constant of the volumes that a learned segmenter of acute stroke is trained on. Far wider than
/// <see cref="PhantomSettings"/>: a network should meet more kinds of brains and scanners than there are.
/// </summary>
public sealed record AcuteTrainingSettings
{
    /// <summary>Voxels along i (to the left), j (to the front) and k (upwards).</summary>
    /// <value>112×112×72.</value>
    public GridSize Size { get; init; } = new(112, 112, 72);

    /// <summary>Distance between voxel centers along i, j and k, in mm.</summary>
    /// <value>2×2×2 mm.</value>
    public Point3 Spacing { get; init; } = new(2, 2, 2);

    /// <summary>Share of brains from the sharp brain; the others come from the blurred tissue maps.</summary>
    /// <value>0.85.</value>
    public double SharpBrainShare { get; init; } = 0.85;

    /// <summary>Share of brains from healthy people's scans, where the library has any.</summary>
    /// <value>0.2.</value>
    public double HealthyScanShare { get; init; } = 0.2;

    /// <summary>How much heads differ.</summary>
    public FrameVariation Frame { get; init; } = new();

    /// <summary>Normal tissue.</summary>
    public AcuteTissueSettings Tissues { get; init; } = new();

    /// <summary>Lesions, and what looks like them.</summary>
    public AcuteLesionSettings Lesions { get; init; } = new();

    /// <summary>Artifacts.</summary>
    public AcuteArtifactSettings Artifacts { get; init; } = new();

    /// <summary>The scanner and what is done to its images.</summary>
    public AcuteAcquisitionSettings Acquisition { get; init; } = new();
}
