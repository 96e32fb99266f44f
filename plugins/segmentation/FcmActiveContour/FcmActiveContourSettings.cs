using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour;

/// <summary>Parameters of <see cref="FcmActiveContourSegmenter"/>.</summary>
public sealed record FcmActiveContourSettings
{
    /// <summary>What is clustered and contoured at a time.</summary>
    [Description("What is clustered and contoured at a time: the 'volume', with contours in 3-D, or each 'slice' on its own as in the thesis.")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) works per slice; fuzzy c-means favors large clusters, and a lesion is told from normal tissue more steadily against the whole brain.")]
    public SegmentationScope Scope { get; init; } = SegmentationScope.Volume;

    /// <summary>Which lesions are looked for.</summary>
    [Description("Which lesions are looked for: 'hyper' (bright), 'hypo' (dark, fluid kept apart) or 'both', labelled apart.")]
    [Provenance(Provenance.Sourced, "Noor et al. 2019, doi:10.11591/ijece.v9i3.pp1832-1841: the method is for bright and dark strokes, and the contour separates fluid from hypo-intense lesions.")]
    public LesionSide Side { get; init; } = LesionSide.Both;

    /// <summary>Width of the smoothing within slices.</summary>
    [Description("Standard deviation of the Gaussian that smooths the brain within slices before anything else; 0 turns it off.")]
    [Range(0, 20)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Gray and white matter differ as much as faint lesions do, but alternate within millimeters. Chosen on phantoms.")]
    public double Smoothing { get; init; } = 2;

    /// <summary>Number of clusters.</summary>
    [Description("Number of clusters of brain intensities.")]
    [Range(2, 12)]
    [Provenance(Provenance.Inferred, "Fluid, two kinds of normal tissue, lesion.")]
    public int Clusters { get; init; } = 4;

    /// <summary>Exponent of the memberships.</summary>
    [Description("Exponent m of the memberships: near 1 they are sharp, larger ones are softer.")]
    [Range(1.1, 5)]
    [Provenance(Provenance.Inferred, "2, the default of the MATLAB toolbox's fcm; that the authors used it is inferred.")]
    public double Fuzziness { get; init; } = 2;

    /// <summary>Most iterations of fuzzy c-means.</summary>
    [Description("Most iterations of fuzzy c-means.")]
    [Range(1, 10_000)]
    [Provenance(Provenance.Inferred, "100, the default of the MATLAB toolbox's fcm; that the authors used it is inferred.")]
    public int MaximumIterations { get; init; } = 100;

    /// <summary>Change of the objective at which fuzzy c-means stops.</summary>
    [Description("Fuzzy c-means stops when its objective, in squared intensity on the unit range times voxels, changes by less than this.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "0.00001, the default of the MATLAB toolbox's fcm; that the authors used it is inferred.")]
    public double Tolerance { get; init; } = 1e-5;

    /// <summary>What fuzzy c-means is run on.</summary>
    [Description("What fuzzy c-means is run on: a 'histogram' of 1024 bins, or the 'samples' themselves, which is slower and moves the centers by less than 0.0005.")]
    [Provenance(Provenance.Inferred, "On two real slices the centers of both agree within 0.0005.")]
    public ClusteringInput Input { get; init; } = ClusteringInput.Histogram;

    /// <summary>Where fuzzy c-means starts.</summary>
    [Description("Where fuzzy c-means starts: centers at 'quantiles' (5, 40, 75 and 99 % for four), or 'random' memberships drawn from the run's seed.")]
    [Provenance(Provenance.Inferred, "The MATLAB toolbox's fcm starts at random; quantiles give the same answer every time.")]
    public ClusteringStart Start { get; init; } = ClusteringStart.Quantiles;

    /// <summary>Least contrast of a lesion cluster.</summary>
    [Description("Least distance of a lesion cluster's center from the median of the brain, on the unit range.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "Fuzzy c-means returns clusters whether or not there is a lesion.")]
    public double MinimumContrast { get; init; } = 0.05;

    /// <summary>Least distance of a lesion cluster in robust standard deviations.</summary>
    [Description("Least distance of a lesion cluster's center from the median of the brain, in robust standard deviations (1.4826 times the median absolute deviation) of the smoothed brain.")]
    [Range(0, 50)]
    [Provenance(Provenance.Inferred, "A robust distance adapts to the scan. Chosen on phantoms.")]
    public double MinimumDeviation { get; init; } = 3;

    /// <summary>Part of both least distances that is enough for a large lesion.</summary>
    [Description("Part of 'minimumContrast' and 'minimumDeviation' that is enough in a second search, for faint but large lesions; 1 turns the second search off.")]
    [Range(0.1, 1)]
    [Provenance(Provenance.Inferred, "Old and sub-acute infarcts differ little from normal tissue, but are large. Chosen on phantoms.")]
    public double FaintPart { get; init; } = 0.5;

    /// <summary>Least evidence for a lesion.</summary>
    [Description("Least evidence for a lesion: its distance from its mirror image in robust standard deviations, times the diameter of a ball (in a slice, a disk) of its size in mm.")]
    [Range(0, 1000)]
    [Provenance(Provenance.Inferred, "A small lesion has to stand out more than a large one. Chosen on phantoms.")]
    public double MinimumEvidence { get; init; } = 32;

    /// <summary>Least evidence for a faint lesion.</summary>
    [Description("Least evidence for a lesion of the second, faint search.")]
    [Range(0, 1000)]
    [Provenance(Provenance.Inferred, "Chosen on phantoms, where normal tissue reaches 50.")]
    public double FaintEvidence { get; init; } = 55;

    /// <summary>Least asymmetry of a lesion.</summary>
    [Description("Least distance of a lesion's mean from that of its mirror image, as a part of its distance from the median of the brain; 0 accepts symmetric ones.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "Deep gray matter and artifacts near the skull base come in pairs.")]
    public double MinimumAsymmetry { get; init; } = 0.5;

    /// <summary>Overlap with the mirror image that makes a part normal.</summary>
    [Description("A part of a cluster that overlaps the mirror image of the cluster by more than this fraction is normal anatomy, such as the ventricles, and left out; 1 turns this off, and fluid is then not told from dark lesions.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "Intensity alone can't part fluid from dark lesions; ventricles come in pairs.")]
    public double MaximumMirrorOverlap { get; init; } = 0.5;

    /// <summary>How far from the mirror image still counts as overlap.</summary>
    [Description("How far from the mirror image still counts as overlap.")]
    [Range(0, 50)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "No brain is exactly symmetric.")]
    public double MirrorTolerance { get; init; } = 4;

    /// <summary>Width of the brain's rim where no contour starts.</summary>
    [Description("Width of the brain's rim where no contour starts, and which does not count as normal tissue; a contour may grow into it. In a volume of three slices or more the outermost slices count as rim too.")]
    [Range(0, 20)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "At the edge brain is mixed with fluid and air.")]
    public double RimWidth { get; init; } = 3;

    /// <summary>Half width of the box that a start region is opened with.</summary>
    [Description("Half width of the box that a cluster is opened with in the slice before contours start from it.")]
    [Range(0, 20)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Two pixels of 0.9 mm: sulci and cortex are thinner than lesions.")]
    public double Opening { get; init; } = 1.8;

    /// <summary>Which active contour refines the lesion.</summary>
    [Description("Which active contour refines the lesion: 'chan-vese' (regions, without edges) or 'geodesic' (edges).")]
    [Provenance(Provenance.Inferred, "The sources name an active contour only; Chan-Vese is the default of the MATLAB toolbox's activecontour.")]
    public ContourKind Contour { get; init; } = ContourKind.ChanVese;

    /// <summary>Most steps of the contour.</summary>
    [Description("Most steps of the contour; it also stops when ten steps together change at most 0.1 % of the voxels where it may move.")]
    [Range(0, 10_000)]
    [Provenance(Provenance.Inferred, "100, the default of the MATLAB toolbox's activecontour; that the authors used it is inferred.")]
    public int ContourSteps { get; init; } = 100;

    /// <summary>Weight of the contour's length.</summary>
    [Description("Weight of the contour's length, where the squared contrast of lesion cluster and normal tissue is 1. 0 is the MATLAB toolbox's default for Chan-Vese; the geodesic contour rests only with more than 0.")]
    [Range(0, 100)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Smooths the contour over about a voxel.")]
    public double ContourSmoothness { get; init; } = 0.2;

    /// <summary>Pull of the contour inwards.</summary>
    [Description("Pull of the contour inwards, where the squared contrast of lesion cluster and normal tissue is 1; negative to push outwards.")]
    [Range(-10, 10)]
    [Provenance(Provenance.Inferred, "0, the default of the MATLAB toolbox's activecontour for Chan-Vese; that the authors used it is inferred.")]
    public double Contraction { get; init; }

    /// <summary>Time step of the contour.</summary>
    [Description("Time step of the contour; the geodesic contour takes at most 0.5.")]
    [Range(0.001, 100)]
    [Provenance(Provenance.Inferred, "The scheme is stable for any step; with 2 a contour crosses a voxel in a few.")]
    public double TimeStep { get; init; } = 2;

    /// <summary>How far a contour may grow.</summary>
    [Description("How far a contour may move beyond the region that it starts from.")]
    [Range(0, 200)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Gray and white matter part more sharply than a faint lesion from either: an unlimited contour ends on the border between them. Chosen on phantoms.")]
    public double MaximumGrowth { get; init; } = 1;

    /// <summary>How far the surroundings of a contour reach.</summary>
    [Description("How far the surroundings that the inside of a contour is compared with reach beyond the region that it starts from.")]
    [Range(1, 200)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "In a larger box the mean outside is that of all tissues, and the contour leaks.")]
    public double Margin { get; init; } = 10;

    /// <summary>Smallest lesion.</summary>
    [Description("Smallest lesion kept, and smallest part of a cluster that a contour starts from, in volume scope.")]
    [Range(0, 1_000_000)]
    [Unit("mm³")]
    [Provenance(Provenance.Inferred, "About 30 pixels of 0.9 mm on a slice of 5 mm.")]
    public double MinimumVolume { get; init; } = 120;

    /// <summary>Smallest lesion of a slice.</summary>
    [Description("Smallest lesion kept, and smallest part of a cluster that a contour starts from, in slice scope and for single pictures.")]
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
