using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace StrokeFramework.TissueFlattening;

/// <summary>Parameters of <see cref="TissueFlattener"/>.</summary>
public sealed record TissueFlatteningSettings
{
    /// <summary>ADC of normal tissue.</summary>
    [Description("ADC of normal tissue: what exceeds it counts as a share of fluid.")]
    [Range(0.4e-3, 1.5e-3)]
    [Unit("mm²/s")]
    [Provenance(Provenance.Inferred, "Gray and white matter of adults lie about 0.8·10⁻³ mm²/s.")]
    public double TissueAdc { get; init; } = 0.8e-3;

    /// <summary>ADC of fluid.</summary>
    [Description("ADC of cerebrospinal fluid.")]
    [Range(1.5e-3, 5e-3)]
    [Unit("mm²/s")]
    [Provenance(Provenance.Inferred, "Free water at body temperature.")]
    public double FluidAdc { get; init; } = 3e-3;

    /// <summary>How bright fluid is without diffusion weighting.</summary>
    [Description("Signal of fluid without diffusion weighting, as a multiple of normal tissue's on the DWI.")]
    [Range(2, 50)]
    [Provenance(Provenance.Inferred, "Follows from T2 times of 90 and 1500 ms, an echo time of 90 ms and b = 1000 s/mm², which the phantoms have.")]
    public double FluidSignal { get; init; } = 8.6;

    /// <summary>Share of fluid from which a voxel is no tissue.</summary>
    [Description("Share of fluid from which a voxel counts as no tissue and takes the intensity of tissue about it.")]
    [Range(0.05, 0.95)]
    [Provenance(Provenance.Inferred, "Half a voxel, less the noise of the ADC.")]
    public double MaximumFluid { get; init; } = 0.4;

    /// <summary>Share of fluid that says nothing about the place.</summary>
    [Description("Share of fluid up to which a voxel counts as free of it where the brightness beside fluid is predicted; larger shares count less this much. An infarct whose ADC is a little raised shows such a share all over, and must not pass for cortex.")]
    [Range(0, 0.9)]
    [Provenance(Provenance.Inferred, "Chosen on phantoms: more sub-acute infarcts are found than with 0, and with 0.2 something in one of ten studies without lesion.")]
    public double MinimumFluid { get; init; } = 0.1;

    /// <summary>How far the other side of the head is smoothed before it is compared with.</summary>
    [Description("Standard deviation of the Gaussian that smooths the other side of the head, whose brightness lets expect the same on this side; 0 leaves the other side out.")]
    [Range(0, 20)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Chosen on phantoms: normal tissue comes out more even than without.")]
    public double MirrorWidth { get; init; } = 3;

    /// <summary>Weight of a raised ADC.</summary>
    [Description("What a raised ADC adds to the logarithm of the brightness per 10⁻³ mm²/s beyond what is expected, where the DWI is brighter than expected too; at most as much as that. 0 leaves it out. Sub-acute infarcts whose ADC has risen again are bright by T2 alone and faint on the DWI.")]
    [Range(0, 5)]
    [Provenance(Provenance.Inferred, "Chosen on phantoms: 0.3 to 0.5 are alike.")]
    public double DiffusionWeight { get; init; } = 0.4;

    /// <summary>Weight of the total variation.</summary>
    [Description("Weight of the total variation in the last step: a disk of radius r loses 2 weight / r of its contrast in the logarithm of intensity; 0 leaves the step out.")]
    [Range(0, 10)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Chosen on phantoms: 0.15 to 0.3 mm are alike.")]
    public double Smoothing { get; init; } = 0.2;

    /// <summary>Weight of the total variation of the ADC.</summary>
    [Description("Weight of the total variation where the ADC's excess is smoothed: a disk of radius r loses 2 weight / r of it, in 10⁻³ mm²/s; 0 leaves the step out.")]
    [Range(0, 10)]
    [Unit("mm")]
    [Provenance(Provenance.Inferred, "Chosen on phantoms: the ADC is noisier than the logarithm of the DWI, and with 0.2, as there, the result is too.")]
    public double DiffusionSmoothing { get; init; } = 0.4;
}
