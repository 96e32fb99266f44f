namespace StrokeFramework.Phantom;

/// <summary>The four stroke types and how lesions are dealt out.</summary>
public sealed record LesionSettings
{
    /// <summary>Acute ischemic: restricted diffusion, T2 rising with it; a territory with a sharp edge.</summary>
    /// <value>ADC 0.60→0.35·10⁻³ mm²/s, T2 ×1.05→1.4.</value>
    public LesionClassSettings AcuteIschemic { get; init; } = new()
    {
        Adc = new(0.60e-3, 0.35e-3),
        T2 = new(1.05, 1.4),
        EdgeWidth = new(0.8, 1.6),
        Volume = new(0.33, 80),
    };

    /// <summary>Sub-acute ischemic: ADC pseudo-normal, bright through T2; a soft edge.</summary>
    /// <value>ADC 0.70→0.95·10⁻³ mm²/s, T2 ×1.4→2.0.</value>
    public LesionClassSettings SubacuteIschemic { get; init; } = new()
    {
        Adc = new(0.70e-3, 0.95e-3),
        T2 = new(1.4, 2.0),
        EdgeWidth = new(3.5, 6),
        Volume = new(1, 130),
    };

    /// <summary>Chronic ischemic: a cavity that nears CSF and often touches it; dark.</summary>
    /// <value>ADC 1.9→2.7·10⁻³ mm²/s, T2 250→700 ms, PD 0.9→1.</value>
    public LesionClassSettings ChronicIschemic { get; init; } = new()
    {
        Adc = new(1.9e-3, 2.7e-3),
        T2 = new(250, 700),
        T2IsAbsolute = true,
        ProtonDensity = new(0.90, 1.0),
        EdgeWidth = new(1.5, 3),
        Volume = new(2, 180),
        CsfContact = 0.75,
    };

    /// <summary>Acute hemorrhage: a core dark through T2 shortening in a rim bright through restricted diffusion; round.</summary>
    /// <value>Core T2 40→25 ms, rim ADC 0.7→0.4·10⁻³ mm²/s.</value>
    public LesionClassSettings AcuteHemorrhage { get; init; } = new()
    {
        Adc = new(0.62e-3, 0.58e-3),
        T2 = new(40, 25),
        T2IsAbsolute = true,
        RimAdc = new(0.7e-3, 0.4e-3),
        RimT2Factor = new(1.25, 1.25),
        RimThickness = new(1.8, 3.2),
        EdgeWidth = new(0.8, 1.6),
        Volume = new(0.8, 70),
        Shape = LesionShapeKind.Round,
        DisplacesCsf = true,
        CsfContact = 0.1,
    };

    /// <summary>Smallest volume of a lesion's mask, in ml: no lesion is smaller.</summary>
    /// <value>0.3 ml.</value>
    public double MinimumVolume { get; init; } = 0.3;

    /// <summary>Standard deviation of a lesion's ADC about its class's curve, relative.</summary>
    /// <value>0.08.</value>
    public double AdcVariation { get; init; } = 0.08;

    /// <summary>Standard deviation of a lesion's T2 about its class's curve, relative.</summary>
    /// <value>0.10.</value>
    public double T2Variation { get; init; } = 0.10;

    /// <summary>Severity is a uniform number raised to this power: below 1 leans towards severe lesions, which are the ones that get scanned.</summary>
    /// <value>0.5.</value>
    public double SeverityExponent { get; init; } = 0.5;

    /// <summary>Volume moves between a class's limits, in logarithm, by a uniform number raised to this power: below 1 leans towards large lesions.</summary>
    /// <value>0.6.</value>
    public double VolumeExponent { get; init; } = 0.6;

    /// <summary>Chances of one, two and three lesions in a study that has any; they need not sum to one.</summary>
    /// <value>0.7, 0.2, 0.1.</value>
    public IReadOnlyList<double> CountChances { get; init; } = [0.7, 0.2, 0.1];

    /// <summary>Studies of each lesion type in a round of studies, see <see cref="HealthyPerRound"/>.</summary>
    /// <value>2.</value>
    public int StudiesPerRound { get; init; } = 2;

    /// <summary>
    /// Studies without a lesion in a round: each round holds <see cref="StudiesPerRound"/> of every type and this many
    /// healthy ones, in shuffled order, so that any prefix of a data set is nearly balanced.
    /// </summary>
    /// <value>1.</value>
    public int HealthyPerRound { get; init; } = 1;

    /// <summary>The settings of one stroke type.</summary>
    /// <exception cref="ArgumentException">The type is not one of <see cref="StrokeTypes.All"/>.</exception>
    public LesionClassSettings Of(string strokeType) => strokeType switch
    {
        StrokeTypes.AcuteIschemic => AcuteIschemic,
        StrokeTypes.SubacuteIschemic => SubacuteIschemic,
        StrokeTypes.ChronicIschemic => ChronicIschemic,
        StrokeTypes.AcuteHemorrhage => AcuteHemorrhage,
        _ => throw new ArgumentException($"'{strokeType}' is not a stroke type with a lesion; these are: {string.Join(", ", StrokeTypes.All)}.", nameof(strokeType)),
    };
}
