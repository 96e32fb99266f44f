using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace StrokeFramework.GaussianSmoothing;

/// <summary>Parameters of <see cref="GaussianSmoother"/>.</summary>
public sealed record GaussianSmoothingSettings
{
    /// <summary>Width of the Gaussian.</summary>
    [Description("Standard deviation of the Gaussian; 0 for none.")]
    [Range(0, 10)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "The thesis smooths nothing. Chosen on phantoms: 1 to 1.5 mm make k-means part lesion from gray matter best.")]
    public double Sigma { get; init; } = 1.25;
}
