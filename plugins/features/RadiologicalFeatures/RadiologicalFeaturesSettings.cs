namespace StrokeFramework.RadiologicalFeatures;

/// <summary>Parameters of <see cref="RadiologicalFeatureExtractor"/>.</summary>
public sealed record RadiologicalFeaturesSettings
{
    /// <summary>Whether there are columns of the ADC.</summary>
    /// <value>The default is true.</value>
    [Description("Whether there are columns of the apparent diffusion coefficient. They are missing values in a study without an ADC map, and most classifiers need every value.")]
    [Provenance(Provenance.Inferred, "The apparent diffusion coefficient tells acute from older infarcts, where it was scanned.")]
    public bool Adc { get; init; } = true;

    /// <summary>Whether there are columns of the place.</summary>
    /// <value>The default is false.</value>
    [Description("Whether there are columns of the side and the centroid. They are for reading; a classifier would learn where its few training lesions lay.")]
    [Provenance(Provenance.Inferred, "Stroke types are not bound to a place in the brain.")]
    public bool Place { get; init; }

    /// <summary>The least part of a lesion's mirror image that must be usable.</summary>
    /// <value>The default is 0.25.</value>
    [Description("The least part of a lesion whose mirror image must lie in the brain and outside lesions; below it the ratios to the other hemisphere are missing.")]
    [Range(0.01, 1)]
    [Provenance(Provenance.Inferred, "A quarter still averages many voxels; lesions across the midline have less.")]
    public double MinimumMirror { get; init; } = 0.25;
}
