using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace StrokeFramework.Normalization;

/// <summary>Parameters of <see cref="Normalizer"/>.</summary>
public sealed record NormalizationSettings
{
    /// <summary>How the scale is found.</summary>
    [Description("How the scale is found: 'reference' brings normal brain to the reference level whatever the scanner's full scale is; 'bit-depth' divides by 2^bits - 1.")]
    [Provenance(Provenance.Inferred, "Saad et al. 2011 show normal brain near 0.1 of a 12-bit scale; files whose full scale is unknown need a reference in the image itself.")]
    public NormalizationMode Mode { get; init; } = NormalizationMode.Reference;

    /// <summary>Where normal brain goes in reference mode.</summary>
    [Description("Reference mode: the intensity that the most frequent value of normal brain is brought to.")]
    [Range(0.01, 0.9)]
    [Provenance(Provenance.Derived, "The histogram of Saad et al. 2011, JTEC 3(2), peaks at 0.1 before enhancement.")]
    public double ReferenceLevel { get; init; } = 0.1;

    /// <summary>Bits per sample in bit-depth mode; 0 takes the acquisition's.</summary>
    [Description("Bit-depth mode: bits stored per sample. 0 takes what the acquisition says.")]
    [Range(0, 32)]
    [Unit("bit")]
    [Provenance(Provenance.Sourced, "N_b, bits in the input image, in the list of symbols of Mohd Noor 2020 (UTeM thesis); the quotient by 2^N_b - 1 is inferred.")]
    public int Bits { get; init; }
}
