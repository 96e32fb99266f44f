using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace StrokeFramework.PowerLaw;

/// <summary>Parameters of <see cref="PowerLawEnhancer"/>.</summary>
public sealed record PowerLawSettings
{
    /// <summary>The exponent.</summary>
    [Description("The exponent; below 1 it spreads low intensities, where normal tissue lies.")]
    [Range(0.05, 5)]
    [Provenance(Provenance.Derived, "Saad et al. 2011, JTEC 3(2): the histogram's peak moves from 0.1 to 0.4, and ln 0.4 / ln 0.1 = 0.398. With peaks read to one decimal it could be 0.27 to 0.55.")]
    public double Gamma { get; init; } = 0.4;

    /// <summary>The amplitude.</summary>
    [Description("The amplitude that the power is multiplied by; the result is clipped to 1.")]
    [Range(0.01, 10)]
    [Provenance(Provenance.Inferred, "The symbol c, amplitude of intensity, is in the thesis (Mohd Noor 2020); 1 maps the unit range onto itself.")]
    public double Amplitude { get; init; } = 1;
}
