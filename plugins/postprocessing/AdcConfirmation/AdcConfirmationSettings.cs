using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace StrokeFramework.AdcConfirmation;

/// <summary>Parameters of <see cref="AdcConfirmer"/>.</summary>
public sealed record AdcConfirmationSettings
{
    /// <summary>What becomes of bright candidates.</summary>
    [Description("What becomes of bright candidates: 'restricted' keeps those under which the ADC is low (acute infarcts), 'any' keeps all (sub-acute infarcts have a normal ADC).")]
    [Provenance(Provenance.Inferred, "The ADC is low in the first week and pseudo-normal in the second (Lansberg et al. 2001, AJNR 22:637).")]
    public BrightRule Bright { get; init; } = BrightRule.Restricted;

    /// <summary>Width of the Gaussian that the ADC map is smoothed with.</summary>
    [Description("Standard deviation of the Gaussian that the ADC map is smoothed with, inside the brain; 0 for none.")]
    [Range(0, 10)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "The ADC is a logarithm of a quotient of two noisy images; 1.25 mm halves its noise at 0.9 mm pixels. Chosen on phantoms.")]
    public double Smoothing { get; init; } = 1.25;

    /// <summary>Largest ADC of restricted diffusion.</summary>
    [Description("Largest ADC of restricted diffusion, as a fraction of normal tissue's.")]
    [Range(0.1, 1)]
    [Provenance(Provenance.Inferred, "0.62·10⁻³ mm²/s, in wide use as the threshold of infarct core, over 0.8·10⁻³ in normal brain; no publication was read for it. A ratio, because ADC values depend on scanner and b-value. On phantoms 0.74 to 0.82 differ by 0.05 Dice.")]
    public double RestrictedRatio { get; init; } = 0.78;

    /// <summary>Largest ADC that is kept in a confirmed candidate.</summary>
    [Description("Largest ADC of the voxels that a confirmed bright candidate keeps, as a fraction of normal tissue's.")]
    [Range(0.1, 5)]
    [Provenance(Provenance.Inferred, "Partial volume with fluid raises the ADC at a lesion's edge. Chosen on phantoms between 1.0 and 1.4.")]
    public double RegionRatio { get; init; } = 1.2;

    /// <summary>Smallest part of restricted diffusion that confirms.</summary>
    [Description("Smallest connected part of restricted diffusion within a bright candidate that confirms it; smaller ones are noise.")]
    [Range(0, 1_000_000)]
    [Unit("mm³")]
    [Provenance(Provenance.Inferred, "10 voxels of 0.9 mm on slices of 5 mm, 5 of 2 mm. Chosen on phantoms, where 40 and 100 mm³ are alike and 200 mm³ loses small infarcts.")]
    public double MinimumRestricted { get; init; } = 40;

    /// <summary>How far from restricted diffusion a candidate is kept.</summary>
    [Description("How far from restricted diffusion the rest of a confirmed bright candidate is kept.")]
    [Range(0, 100)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Keeps the soft edge of an infarct and not the artifact that a candidate has run into. Chosen on phantoms between 1.5 and 6 mm.")]
    public double Reach { get; init; } = 3;

    /// <summary>How far a confirmed lesion grows.</summary>
    [Description("How far from a candidate's restricted parts the lesion grows into further restricted voxels that are connected with them and brighter than the brain's median.")]
    [Range(0, 100)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Segmenters stop at the DWI's contrast; the ADC often shows more. On phantoms 6 and 10 mm are alike.")]
    public double Growth { get; init; } = 6;

    /// <summary>The ADC of free water from which a dark voxel is fluid.</summary>
    [Description("ADC from which a dark voxel is cerebrospinal fluid.")]
    [Range(1.5e-3, 5e-3)]
    [Unit("mm²/s")]
    [Provenance(Provenance.Inferred, "Free water at body temperature has about 0.003 mm²/s; the cavity of an old infarct less. Chosen on phantoms between 0.0026 and 0.0029.")]
    public double FluidAdc { get; init; } = 2.75e-3;

    /// <summary>Half of the least thickness of a dark lesion whose ADC is raised.</summary>
    [Description("Half of the least thickness, within slices, of dark lesions of raised ADC: thinner ones are the edges of ventricles and sulci. Dark lesions of low ADC, as hematomas, keep any shape.")]
    [Range(0, 50)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "A voxel that is half fluid and half tissue looks like an old infarct; such voxels form sheets. Chosen on phantoms between 1.8 and 4 mm.")]
    public double DarkHalfThickness { get; init; } = 2.7;
}
