namespace StrokeFramework;

/// <summary>What a study carries; a stage declares which of these it needs and which it provides.</summary>
[Flags]
public enum StudyTraits
{
    /// <summary>The DWI alone, in whatever intensity the file has.</summary>
    None = 0,

    /// <summary>An apparent diffusion coefficient map, in mm²/s.</summary>
    Adc = 1,

    /// <summary>A b = 0 image.</summary>
    B0 = 2,

    /// <summary>A mask of the brain.</summary>
    BrainMask = 4,

    /// <summary>DWI intensities on the unit range [0, 1].</summary>
    UnitIntensity = 8,
}
