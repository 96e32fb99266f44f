using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using StrokeFramework.Imaging;

namespace StrokeFramework.MarkerWatershed;

/// <summary>Parameters of <see cref="MarkerWatershedSegmenter"/>.</summary>
public sealed record MarkerWatershedSettings
{
    /// <summary>What is flooded at a time.</summary>
    [Description("What is flooded at a time: the 'volume', where markers and basins go on from slice to slice, or each 'slice' on its own as in the thesis. Gradient and smoothing are those of the slices in both.")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) works per slice; regions of several slices have more to correlate and can be told from noise by their volume.")]
    public SegmentationScope Scope { get; init; } = SegmentationScope.Volume;

    /// <summary>Which lesions are looked for.</summary>
    [Description("Which lesions are looked for: 'hyper' (bright), 'hypo' (dark; ventricles and sulci are left out only as far as they are symmetric) or 'both', labelled apart.")]
    [Provenance(Provenance.Inferred, "Fluid is as dark as an old infarct and not quite symmetric, so the dark side is searched on request only.")]
    public LesionSide Side { get; init; } = LesionSide.Hyper;

    /// <summary>Radius of the smoothing disk.</summary>
    [Description("Radius of the disk of opening and closing by reconstruction: what it does not fit into is levelled and gets no marker.")]
    [Range(0, 50)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "The published example of the five steps takes 20 pixels, which is larger than most lesions; chosen on phantoms.")]
    public double DiskRadius { get; init; } = 3;

    /// <summary>Half width of the box that shapes markers.</summary>
    [Description("Half the width of the box that internal markers are closed and then eroded with; a marker that would vanish is left whole. 0 takes the maxima as they are.")]
    [Range(0, 20)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "The published example takes 5x5 pixels, 1.8 mm at 0.9 mm; on phantoms the maxima as they are gave the better basins.")]
    public double MarkerRadius { get; init; }

    /// <summary>Least contrast of an internal marker.</summary>
    [Description("Least distance of an internal marker from the median of the brain, on the unit range.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "Every slice has regional maxima, with or without a lesion.")]
    public double MinimumContrast { get; init; } = 0.02;

    /// <summary>Least distance of an internal marker in robust standard deviations.</summary>
    [Description("Least distance of an internal marker, and of the mean of its basin, from the median of the brain, in robust standard deviations (1.4826 times the median absolute deviation).")]
    [Range(0, 50)]
    [Provenance(Provenance.Inferred, "Chosen on phantoms; the correlation drops what is symmetric, so it can be lower than where intensity alone decides.")]
    public double MinimumDeviation { get; init; } = 2;

    /// <summary>Where the markers of what is no lesion lie.</summary>
    [Description("Where the markers of what is no lesion lie: 'normal-tissue', smoothed brain near the median, or 'ridge-lines', midway between the objects that Otsu's threshold finds, as in the published example; they need 'scope' 'slice'.")]
    [Provenance(Provenance.Inferred, "Ridge lines lie far from faint lesions, so that the flood meets other edges first.")]
    public ExternalMarkers ExternalMarkers { get; init; } = ExternalMarkers.NormalTissue;

    /// <summary>How far normal tissue reaches.</summary>
    [Description("Largest distance of smoothed brain from its median that is marked as normal, in robust standard deviations; used by 'normal-tissue' only.")]
    [Range(0, 50)]
    [Provenance(Provenance.Inferred, "Half of the least distance of an internal marker: the flood decides about what lies between.")]
    public double ExternalDeviation { get; init; } = 1;

    /// <summary>What candidates are correlated with.</summary>
    [Description("What candidates are correlated with: the 'mirror' image in the other hemisphere, where a high correlation is no lesion, or an 'ideal-lesion' of the candidate's own shape, where a low one is none.")]
    [Provenance(Provenance.Inferred, "The thesis's template is not public. Patches of training lesions would be the third choice; segmenters are not trained yet.")]
    public CorrelationTemplate Template { get; init; } = CorrelationTemplate.Mirror;

    /// <summary>Correlation with the mirror image from which a candidate is dropped.</summary>
    [Description("Correlation with the mirror image from which on a candidate is dropped; used by 'mirror' only.")]
    [Range(-1, 1.01)]
    [Provenance(Provenance.Inferred, "From 0.4 a correlation is called moderate (Evans 1996).")]
    public double MirrorCorrelation { get; init; } = 0.4;

    /// <summary>Least correlation with an ideal lesion.</summary>
    [Description("Least correlation of a candidate with a template that is even inside and outside; used by 'ideal-lesion' only.")]
    [Range(-1, 1)]
    [Provenance(Provenance.Inferred, "From 0.4 a correlation is called moderate (Evans 1996).")]
    public double IdealCorrelation { get; init; } = 0.4;

    /// <summary>How much of its surroundings a candidate is correlated with.</summary>
    [Description("How far the patch reaches beyond the candidate's box in each slice.")]
    [Range(0, 100)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Chosen on phantoms.")]
    public double PatchMargin { get; init; } = 3.5;

    /// <summary>Smallest lesion.</summary>
    [Description("Smallest lesion kept in volume scope.")]
    [Range(0, 1_000_000)]
    [Unit("mm³")]
    [Provenance(Provenance.Inferred, "Chosen on phantoms, whose smallest lesions have 300 mm³.")]
    public double MinimumVolume { get; init; } = 250;

    /// <summary>Smallest lesion of a slice.</summary>
    [Description("Smallest lesion kept in slice scope and of single pictures.")]
    [Range(0, 100_000)]
    [Unit("mm²")]
    [Provenance(Provenance.Inferred, "30 pixels of 0.9 mm.")]
    public double MinimumArea { get; init; } = 25;

    /// <summary>Largest hole that is filled.</summary>
    [Description("Largest hole of a lesion in a slice that is filled; larger ones are normal tissue inside a ring.")]
    [Range(0, 100_000)]
    [Unit("mm²")]
    [Provenance(Provenance.Inferred, "Bright rims at the skull base can close around whole lobes.")]
    public double MaximumHole { get; init; } = 100;
}
