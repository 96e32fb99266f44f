using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace StrokeFramework.BackgroundRemoval;

/// <summary>Parameters of <see cref="BackgroundRemover"/>.</summary>
public sealed record BackgroundRemovalSettings
{
    /// <summary>How the threshold is found.</summary>
    [Description("How the threshold is found: 'fixed' takes the parameter threshold, 'otsu' takes Otsu's threshold between air and the rest.")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020, Fig. 3.3) shows the step, not the rule.")]
    public ThresholdMethod Method { get; init; } = ThresholdMethod.Fixed;

    /// <summary>Background is at most this, as a fraction of full scale.</summary>
    [Description("Fixed method: background is at most this fraction of full scale.")]
    [Range(0, 1)]
    [Provenance(Provenance.Inferred, "A fifth of normal brain at 0.1; cerebrospinal fluid at b = 1000 s/mm² lies near 0.04 and stays in.")]
    public double Threshold { get; init; } = 0.02;

    /// <summary>Half width of the opening before parts are told apart.</summary>
    [Description("Half width of the opening before parts are told apart, at least one voxel in the slice; 0 for none. Without it, noise in air that exceeds the threshold joins everything in 3-D.")]
    [Range(0, 20)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "One pixel of 0.9 mm; a tenth of all voxels at random is enough to connect a volume over corners.")]
    public double Opening { get; init; } = 0.9;

    /// <summary>Smallest separate part that is kept.</summary>
    [Description("Smallest separate part that is kept; the temporal lobes can be separate from the rest. A single picture uses minimumArea instead.")]
    [Range(0, 1_000_000)]
    [Unit("mm³")]
    [Provenance(Provenance.Inferred, "The removal of small objects is in the thesis's Fig. 3.3; its size is not.")]
    public double MinimumVolume { get; init; } = 2000;

    /// <summary>Smallest separate part of a single picture that is kept.</summary>
    [Description("Smallest separate part that is kept when the study is a single picture.")]
    [Range(0, 100_000)]
    [Unit("mm²")]
    [Provenance(Provenance.Inferred, "50 pixels of 0.9 mm.")]
    public double MinimumArea { get; init; } = 40;

    /// <summary>How holes are filled.</summary>
    [Description("How holes are filled, so that ventricles and dark lesions stay in the mask: 'slices', 'volume' or 'none'.")]
    [Provenance(Provenance.Inferred, "Chronic infarcts are as dark as ventricles, so nothing dark inside the brain may be lost here.")]
    public HoleFillingMode FillHoles { get; init; } = HoleFillingMode.Slices;

    /// <summary>Width of the rim that is taken away.</summary>
    [Description("Width of the rim that is taken away from the mask; 2 to 3 mm suppress bright rims at the skull.")]
    [Range(0, 20)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Off by default: cortical infarcts reach the rim.")]
    public double RimErosion { get; init; }
}
