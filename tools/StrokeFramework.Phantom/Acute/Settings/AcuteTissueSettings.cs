namespace StrokeFramework.Phantom;

/// <summary>How the normal tissues of training volumes are drawn, for every brain anew.</summary>
public sealed record AcuteTissueSettings
{
    /// <summary>T2 of grey matter, mean and standard deviation between brains, in ms.</summary>
    /// <value>92 ± 9 ms.</value>
    public NormalSpread GreyT2 { get; init; } = new(92, 9);

    /// <summary>T2 of white matter, mean and standard deviation between brains, in ms.</summary>
    /// <value>78 ± 8 ms.</value>
    public NormalSpread WhiteT2 { get; init; } = new(78, 8);

    /// <summary>T2 of CSF, in ms.</summary>
    /// <value>300 to 1500 ms.</value>
    public ParameterRange CsfT2 { get; init; } = new(300, 1500);

    /// <summary>Signal of CSF before relaxation, relative to its proton density: it recovers slowly between excitations.</summary>
    /// <value>0.65 to 1.</value>
    public ParameterRange CsfRecovery { get; init; } = new(0.65, 1);

    /// <summary>Proton density of grey matter relative to CSF.</summary>
    /// <value>0.76 to 0.90.</value>
    public ParameterRange GreyProtonDensity { get; init; } = new(0.76, 0.90);

    /// <summary>Proton density of white matter relative to CSF.</summary>
    /// <value>0.62 to 0.78.</value>
    public ParameterRange WhiteProtonDensity { get; init; } = new(0.62, 0.78);

    /// <summary>ADC of grey matter, mean and standard deviation between brains, in mm²/s.</summary>
    /// <value>0.84 ± 0.07·10⁻³ mm²/s.</value>
    public NormalSpread GreyAdc { get; init; } = new(0.84e-3, 0.07e-3);

    /// <summary>Limits of a brain's <see cref="GreyAdc"/>, in mm²/s.</summary>
    /// <value>0.68 to 1.00·10⁻³ mm²/s.</value>
    public ParameterRange GreyAdcLimits { get; init; } = new(0.68e-3, 1.00e-3);

    /// <summary>ADC of white matter, mean and standard deviation between brains, in mm²/s.</summary>
    /// <value>0.76 ± 0.06·10⁻³ mm²/s.</value>
    public NormalSpread WhiteAdc { get; init; } = new(0.76e-3, 0.06e-3);

    /// <summary>Limits of a brain's <see cref="WhiteAdc"/>, in mm²/s.</summary>
    /// <value>0.62 to 0.92·10⁻³ mm²/s.</value>
    public ParameterRange WhiteAdcLimits { get; init; } = new(0.62e-3, 0.92e-3);

    /// <summary>ADC of CSF, in mm²/s.</summary>
    /// <value>2.6 to 3.5·10⁻³ mm²/s: flow adds to diffusion.</value>
    public ParameterRange CsfAdc { get; init; } = new(2.6e-3, 3.5e-3);

    /// <summary>Standard deviation of T2 within one brain, relative; smooth over <see cref="VariationCell"/>.</summary>
    /// <value>0.015 to 0.085.</value>
    public ParameterRange T2Variation { get; init; } = new(0.015, 0.085);

    /// <summary>Standard deviation of ADC within one brain, relative; smooth over <see cref="VariationCell"/>.</summary>
    /// <value>0 to 0.09.</value>
    public ParameterRange AdcVariation { get; init; } = new(0, 0.09);

    /// <summary>Size of the blobs of T2 and ADC, in mm.</summary>
    /// <value>28 mm.</value>
    public double VariationCell { get; init; } = 28;

    /// <summary>Chance of atrophy: CSF spaces widened in places.</summary>
    /// <value>0.6.</value>
    public double AtrophyChance { get; init; } = 0.6;

    /// <summary>Chance of white-matter hyperintensity or gliosis: patches with T2 and ADC raised.</summary>
    /// <value>0.5.</value>
    public double HyperintensityChance { get; init; } = 0.5;

    /// <summary>Most that T2 and ADC rise by in hyperintense white matter, relative; drawn for each.</summary>
    /// <value>0.2 to 0.8.</value>
    public ParameterRange HyperintensityGain { get; init; } = new(0.2, 0.8);
}
