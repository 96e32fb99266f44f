using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using StrokeFramework.Imaging;

namespace StrokeFramework.KMeansFastMarching;

/// <summary>Parameters of <see cref="KMeansFastMarchingSegmenter"/>.</summary>
public sealed record KMeansFastMarchingSettings
{
    /// <summary>What is clustered at a time.</summary>
    [Description("What is clustered and marched through at a time: 'volume', or each 'slice' on its own as in the thesis.")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) works per slice; on real scans 4 clusters per slice without a guard find a lesion in nearly every slice of the upper brain, so the volume is the default.")]
    public SegmentationScope Scope { get; init; } = SegmentationScope.Volume;

    /// <summary>Which lesions are looked for.</summary>
    [Description("Which lesions are looked for: 'hyper' (bright), 'hypo' (dark; ventricles are not told apart) or 'both', labelled apart.")]
    [Provenance(Provenance.Inferred, "Dark clusters always hold the ventricles, so they are found on request only.")]
    public LesionSide Side { get; init; } = LesionSide.Hyper;

    /// <summary>Number of clusters.</summary>
    [Description("Number of clusters of brain intensities.")]
    [Range(2, 12)]
    [Provenance(Provenance.Inferred, "Fluid, two kinds of normal tissue, lesion; on phantoms 3 clusters merged faint and small lesions with normal tissue.")]
    public int Clusters { get; init; } = 4;

    /// <summary>Most clusters that are tried.</summary>
    [Description("Most clusters that are tried while the outermost one is no lesion: small lesions need more clusters to get one of their own. Set it to 'clusters' to try one number only.")]
    [Range(2, 32)]
    [Provenance(Provenance.Inferred, "k-means favors large clusters, so that a lesion of a thousandth of the brain shares its cluster with normal tissue. Chosen on phantoms, where 12 finds lesions of 1.6 ml and 8 of 3.4 ml.")]
    public int MaximumClusters { get; init; } = 12;

    /// <summary>How k-means is solved.</summary>
    [Description("How k-means is solved: 'exact' finds the global optimum, 'lloyd' iterates from quantiles and may stop in a local one.")]
    [Provenance(Provenance.Inferred, "In one dimension the optimum can be computed, and then nothing depends on a start.")]
    public ClusteringAlgorithm Algorithm { get; init; } = ClusteringAlgorithm.Exact;

    /// <summary>Least contrast of a lesion cluster.</summary>
    [Description("Least distance of a lesion cluster's center from the median of the brain, on the unit range.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "k-means returns clusters whether or not there is a lesion.")]
    public double MinimumContrast { get; init; } = 0.05;

    /// <summary>Least distance of a lesion cluster in robust standard deviations.</summary>
    [Description("Least distance of a lesion cluster's center from the median of the brain, in robust standard deviations (1.4826 times the median absolute deviation).")]
    [Range(0, 50)]
    [Provenance(Provenance.Inferred, "On real scans the brightest cluster of a healthy slice lies more than 0.05 above normal; a robust distance adapts to the scan. Chosen on phantoms.")]
    public double MinimumDeviation { get; init; } = 3;

    /// <summary>Least contrast of a further lesion cluster.</summary>
    [Description("Least distance from normal tissue of a further lesion cluster, as a part of the core's: of the outermost clusters that hold a tenth of all voxels beyond the guard. With 0 each cluster that passes the guard is lesion, with 1/2 one that lies nearer to the core of the lesion than to normal tissue.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "With 0 a lesion with a bright core keeps a faint rim.")]
    public double RelativeContrast { get; init; }

    /// <summary>Width by which the lesion cluster is eroded to make seeds.</summary>
    [Description("Width by which the lesion cluster is eroded to make seeds, at least one voxel in the slice unless it is 0.")]
    [Range(0, 20)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "One erosion by 3x3 pixels of 0.9 mm.")]
    public double SeedErosion { get; init; } = 0.9;

    /// <summary>How far from the lesion's intensity the front moves.</summary>
    [Description("How far from the lesion's intensity the front moves freely: 'half-distance' to the next cluster center (at most 25 of 255), or 'matlab-example' (25 of 255, arrival threshold 1800 mm).")]
    [Provenance(Provenance.Inferred, "With a fixed cut-off of 25 the front leaks where the lesion's edge is weaker than that.")]
    public CutoffRule Cutoff { get; init; } = CutoffRule.HalfDistance;

    /// <summary>Latest arrival of the front.</summary>
    [Description("Latest arrival of the front, in mm at unit speed. Within the cut-off the front reaches a sixth of it or more; beyond the cut-off a thousandth.")]
    [Range(0.1, 100_000)]
    [Unit("mm")]
    [Provenance(Provenance.Derived, "Thresholds of 0.0001 to 0.003 of the largest arrival time on a 256x256 image of 0.9 mm, all equally good there, are 18 to 540 mm; this is their geometric mean.")]
    public double ArrivalThreshold { get; init; } = 100;

    /// <summary>Smallest lesion.</summary>
    [Description("Smallest lesion kept, and smallest part of the lesion cluster that seeds are taken from, in volume scope.")]
    [Range(0, 1_000_000)]
    [Unit("mm³")]
    [Provenance(Provenance.Inferred, "About 30 pixels of 0.9 mm on a slice of 5 mm.")]
    public double MinimumVolume { get; init; } = 120;

    /// <summary>Smallest lesion of a slice.</summary>
    [Description("Smallest lesion kept, and smallest part of the lesion cluster that seeds are taken from, in slice scope and for single pictures.")]
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
