using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace StrokeFramework.DetectionConfirmation;

/// <summary>Parameters of <see cref="DetectionConfirmer"/>.</summary>
public sealed record DetectionConfirmationSettings
{
    /// <summary>Boxes that score less do not count.</summary>
    [Description("The least score of a box that counts.")]
    [Range(0.0, 1.0)]
    [Provenance(Provenance.Inferred, "As the detector's own threshold.")]
    public double MinimumScore { get; init; } = 0.5;

    /// <summary>By how much boxes are widened on each side.</summary>
    [Description("By how much each box is widened on every side.")]
    [Range(0, 50)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Boxes of learned detectors are tight to a voxel or two.")]
    public double Margin { get; init; } = 4;

    /// <summary>How much of a lesion must lie in boxes.</summary>
    [Description("The least share of a lesion's voxels, in the slices that have a box, that lies inside the boxes.")]
    [Range(0.0, 1.0)]
    [Provenance(Provenance.Inferred, "Half: a lesion that merely touches a box is another one.")]
    public double MinimumShare { get; init; } = 0.5;

    /// <summary>Whether parts of kept lesions outside the boxes go as well.</summary>
    [Description("Whether what lies outside of the boxes is cut off lesions that are kept, in slices that have a box.")]
    [Provenance(Provenance.Inferred, "Off: the segmenter's outline is taken as it is.")]
    public bool Cut { get; init; }
}
