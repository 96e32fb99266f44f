using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace StrokeFramework.ArtifactSuppression;

/// <summary>Parameters of <see cref="ArtifactSuppressor"/>.</summary>
public sealed record ArtifactSuppressionSettings
{
    /// <summary>Largest share of a candidate that may have a mirror image.</summary>
    [Description("Largest share of a candidate that may have a candidate of the same side as its mirror image; 1 for no such test. Ventricles, and most susceptibility artifacts, come in pairs.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "The group parts dark lesions from fluid by their place (Noor et al. 2019, doi:10.11591/ijece.v9i3.pp1832-1841); the rule and one half are inferred.")]
    public double MaximumMirrored { get; init; } = 0.5;

    /// <summary>How far a mirror image may be off.</summary>
    [Description("How far from its mirrored place a mirror image may lie.")]
    [Range(0, 50)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "The two halves of a brain differ by a few millimeters.")]
    public double MirrorTolerance { get; init; } = 3;

    /// <summary>Depth of the rim.</summary>
    [Description("Depth of the rim below the brain's edge, within slices; 0 for no such test.")]
    [Range(0, 50)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "About the thickness of the cortex: bright rims at the skull lie in it.")]
    public double RimDepth { get; init; } = 4;

    /// <summary>Share of a bright candidate in the rim from which it is an artifact, if it is thin as well.</summary>
    [Description("Share of a bright candidate in the rim from which it is dropped, where it is thin as well.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "Cortical infarcts reach the edge too, but are thicker and go deeper.")]
    public double RimShare { get; init; } = 0.7;

    /// <summary>Half thickness below which a candidate in the rim is an artifact.</summary>
    [Description("Half thickness, within slices, up to which a bright candidate in the rim counts as thin.")]
    [Range(0, 50)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Less than half the depth of the rim, so that only what lines the edge is dropped.")]
    public double RimHalfThickness { get; init; } = 2;
}
