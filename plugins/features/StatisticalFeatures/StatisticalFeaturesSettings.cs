namespace StrokeFramework.StatisticalFeatures;

/// <summary>Parameters of <see cref="StatisticalFeatureExtractor"/>.</summary>
public sealed record StatisticalFeaturesSettings
{
    /// <summary>What one row measures.</summary>
    /// <value>The default is <see cref="MeasuredUnit.Lesion"/>.</value>
    [Description("What one row measures: 'lesion' is a whole lesion in 3-D, 'slice' each connected part of a lesion in each slice.")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) measures regions in single slices; one row per lesion counts every lesion once.")]
    public MeasuredUnit Unit { get; init; } = MeasuredUnit.Lesion;

    /// <summary>Smallest slice region that gives a row.</summary>
    /// <value>The default is 24 mm².</value>
    [Description("With unit 'slice', the smallest region that gives a row. A lesion whose regions are all smaller gives none.")]
    [Range(0, 100_000)]
    [Unit("mm²")]
    [Provenance(Provenance.Inferred, "30 pixels of 0.9 mm: below that mode and compactness say little.")]
    public double MinimumArea { get; init; } = 24;

    /// <summary>Which pixels the boundary mean is taken over.</summary>
    /// <value>The default is <see cref="BoundaryKind.Inner"/>.</value>
    [Description("Which pixels the boundary mean is taken over: 'inner' the region's own rim, 'outer-ring' the pixels around it, inside the brain mask when there is one.")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020, Fig. 3.32) names the mean of the boundary, not its side.")]
    public BoundaryKind Boundary { get; init; } = BoundaryKind.Inner;

    /// <summary>How the perimeter is estimated.</summary>
    /// <value>The default is <see cref="PerimeterEstimator.ChainCode"/>.</value>
    [Description("How the perimeter in the compactness is estimated: 'chain-code' through the boundary pixels, or 'crofton', which is nearly unbiased for smooth shapes.")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020, Fig. 3.33) names compactness, not the estimator; the chain code is the usual one.")]
    public PerimeterEstimator Perimeter { get; init; } = PerimeterEstimator.ChainCode;
}
