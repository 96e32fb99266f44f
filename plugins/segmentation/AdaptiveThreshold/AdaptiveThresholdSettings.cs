using StrokeFramework.Imaging;

namespace StrokeFramework.AdaptiveThreshold;

/// <summary>Parameters of <see cref="AdaptiveThresholdSegmenter"/>.</summary>
public sealed record AdaptiveThresholdSettings
{
    /// <summary>What one threshold is found for.</summary>
    [Description("What one threshold is found for: the 'volume', pooling the blocks of all slices, or each 'slice' on its own as in the thesis.")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) works per slice. Pooled blocks find faint lesions that slices miss: Dice 0.94 against 0.75 to 0.86 on phantoms.")]
    public SegmentationScope Scope { get; init; } = SegmentationScope.Volume;

    /// <summary>Which lesions are looked for.</summary>
    [Description("Which lesions are looked for: 'hyper' (bright), 'hypo' (dark; ventricles are not told apart) or 'both', labelled apart.")]
    [Provenance(Provenance.Inferred, "Dark blocks hold the ventricles too, so they are found on request only.")]
    public LesionSide Side { get; init; } = LesionSide.Hyper;

    /// <summary>Rows of blocks.</summary>
    [Description("Rows of blocks that a slice is split into.")]
    [Range(1, 64)]
    [Provenance(Provenance.Sourced, "8x8 regions, Saad et al. 2011; 64 blocks cover a 256x256 slice when each has 32x32 pixels.")]
    public int Rows { get; init; } = 8;

    /// <summary>Columns of blocks.</summary>
    [Description("Columns of blocks that a slice is split into.")]
    [Range(1, 64)]
    [Provenance(Provenance.Sourced, "8x8 regions, Saad et al. 2011.")]
    public int Columns { get; init; } = 8;

    /// <summary>Bins of the block histograms.</summary>
    [Description("Bins of the block histograms over the unit range.")]
    [Range(16, 512)]
    [Provenance(Provenance.Inferred, "As many as the gray levels of the thesis's co-occurrence matrix.")]
    public int Bins { get; init; } = 128;

    /// <summary>Least part of a block that is brain.</summary>
    [Description("Least fraction of a block's voxels that are brain; other blocks are left out.")]
    [Range(0.01, 1)]
    [Provenance(Provenance.Inferred, "Blocks with little brain have unsteady histograms.")]
    public double MinimumBrain { get; init; } = 0.25;

    /// <summary>Width of the brain's rim that is not counted.</summary>
    [Description("Width of the brain's rim in the slice that histograms leave out, at least one voxel unless it is 0; the threshold applies there all the same.")]
    [Range(0, 20)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Two pixels of 0.9 mm. At the edge brain is mixed with air; on phantoms blocks there were as dark as those of dark lesions, which were then not found.")]
    public double RimWidth { get; init; } = 1.8;

    /// <summary>How the threshold is read off the envelopes.</summary>
    [Description("How the threshold is read off the superimposed envelopes: 'crossing', where abnormal blocks overtake normal ones, or 'steepest-rise', where they gain most on them.")]
    [Provenance(Provenance.Inferred, "The sources compare the envelopes and draw a gradient but give no rule; on phantoms the crossing is the steadier one.")]
    public ThresholdRule Rule { get; init; } = ThresholdRule.Crossing;

    /// <summary>How far a block must stand out.</summary>
    [Description("How far the 98th percentile of a block (2nd on the dark side) must lie beyond the median of all blocks to be abnormal, in robust standard deviations (1.4826 times the median absolute deviation).")]
    [Range(0, 50)]
    [Provenance(Provenance.Inferred, "In the sources an expert names the lesion's block; a robust distance stands in for that. Chosen on phantoms.")]
    public double MinimumDeviation { get; init; } = 5;

    /// <summary>Least contrast of an abnormal block.</summary>
    [Description("Least distance of an abnormal block's percentile from the median of all blocks, on the unit range.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "Among blocks that are nearly alike, a chance difference can be many deviations.")]
    public double MinimumContrast { get; init; } = 0.05;

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
