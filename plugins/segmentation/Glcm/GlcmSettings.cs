using StrokeFramework.Imaging;

namespace StrokeFramework.Glcm;

/// <summary>Parameters of <see cref="GlcmSegmenter"/>.</summary>
public sealed record GlcmSettings
{
    /// <summary>What one matrix is counted for.</summary>
    [Description("What one co-occurrence matrix is counted for: the 'volume', summing the pairs of all slices, or each 'slice' on its own as in the thesis.")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) works per slice; small lesions and slices without one are judged more steadily against the whole brain: a faint one had Dice 0.92 against 0.75 on phantoms.")]
    public SegmentationScope Scope { get; init; } = SegmentationScope.Volume;

    /// <summary>Which lesions are looked for.</summary>
    [Description("Which lesions are looked for: 'hyper' (bright), 'hypo' (dark; ventricles are not told apart) or 'both', labelled apart.")]
    [Provenance(Provenance.Inferred, "The dark side holds the ventricles too, so it is searched on request only.")]
    public LesionSide Side { get; init; } = LesionSide.Hyper;

    /// <summary>Gray levels of the matrix.</summary>
    [Description("Gray levels that the unit range is divided into.")]
    [Range(16, 256)]
    [Provenance(Provenance.Sourced, "128 levels, thesis (Mohd Noor 2020), caption of figure 3.15.")]
    public int Levels { get; init; } = 128;

    /// <summary>How the threshold is read off the matrix.</summary>
    [Description("How the threshold is read off the matrix: 'boundary-ratio', where the pairs across it are fewest in relation to those beyond it, or 'edge-mean', the mean level of pairs that differ much; the latter needs sharp edges.")]
    [Provenance(Provenance.Inferred, "The sources name cross-section, gradient, region and boundary information but give no rule; on phantoms the ratio is the steadier one.")]
    public ThresholdRule Rule { get; init; } = ThresholdRule.BoundaryRatio;

    /// <summary>Largest ratio that is a lesion.</summary>
    [Description("Largest share of pairs across the threshold among those across or beyond it; with more there is no lesion.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "On phantoms 0.05 to 0.60 with a lesion; without one, where the guard by distance is off, 0.83 and more.")]
    public double MaximumRatio { get; init; } = 0.6;

    /// <summary>Least contrast of what lies beyond the threshold.</summary>
    [Description("Least distance of the mean intensity beyond the threshold from the median of the brain, on the unit range.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "As in k-means with fast marching.")]
    public double MinimumContrast { get; init; } = 0.05;

    /// <summary>Least distance of what lies beyond the threshold in robust standard deviations.</summary>
    [Description("Least distance of the mean intensity beyond the threshold from the median of the brain, in robust standard deviations (1.4826 times the median absolute deviation).")]
    [Range(0, 50)]
    [Provenance(Provenance.Inferred, "As in k-means with fast marching. A low ratio alone is no sign of a lesion: half of the brain has little boundary for its region too.")]
    public double MinimumDeviation { get; init; } = 3;

    /// <summary>How far beyond the steepest fall the threshold is searched.</summary>
    [Description("How far beyond the steepest fall of the cross-section the threshold is searched, on the unit range.")]
    [Range(0.01, 1)]
    [Provenance(Provenance.Inferred, "40 of 128 levels.")]
    public double SearchRange { get; init; } = 0.3125;

    /// <summary>Least difference of levels on an edge.</summary>
    [Description("Least difference of a pair on an edge, on the unit range; used by 'edge-mean' only.")]
    [Range(0.01, 1)]
    [Provenance(Provenance.Inferred, "20 of 128 levels.")]
    public double EdgeDifference { get; init; } = 0.15625;

    /// <summary>Smallest lesion.</summary>
    [Description("Smallest lesion kept, in volume scope.")]
    [Range(0, 1_000_000)]
    [Unit("mm³")]
    [Provenance(Provenance.Inferred, "About 30 pixels of 0.9 mm on a slice of 5 mm.")]
    public double MinimumVolume { get; init; } = 120;

    /// <summary>Smallest lesion of a slice.</summary>
    [Description("Smallest lesion kept, in slice scope and for single pictures.")]
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
