namespace StrokeFramework.Host.Data;

/// <summary>What an image file is, judged by its name.</summary>
internal enum ImageRole
{
    /// <summary>The name does not say.</summary>
    Unknown,

    /// <summary>Diffusion-weighted image.</summary>
    Dwi,

    /// <summary>Apparent diffusion coefficient map.</summary>
    Adc,

    /// <summary>Image without diffusion weighting.</summary>
    B0,

    /// <summary>Lesion mask.</summary>
    Mask,

    /// <summary>Something that is not used: another contrast, another modality, a brain mask.</summary>
    Other,
}
