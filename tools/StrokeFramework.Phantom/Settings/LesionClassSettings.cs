namespace StrokeFramework.Phantom;

/// <summary>
/// How one stroke type looks: every range runs from severity 0 to severity 1, and one severity per lesion moves all of
/// them together.
/// </summary>
public sealed record LesionClassSettings
{
    /// <summary>ADC of the lesion, or of its core where there is a rim, in mm²/s.</summary>
    public required ParameterRange Adc { get; init; }

    /// <summary>T2 of the lesion or core: a factor on the tissue's T2, or ms when <see cref="T2IsAbsolute"/>.</summary>
    public required ParameterRange T2 { get; init; }

    /// <summary>Whether <see cref="T2"/> is in ms rather than a factor.</summary>
    public bool T2IsAbsolute { get; init; }

    /// <summary>Proton density of the lesion, or null to keep the tissue's.</summary>
    public ParameterRange? ProtonDensity { get; init; }

    /// <summary>ADC of the rim, in mm²/s, or null for a lesion without a rim.</summary>
    public ParameterRange? RimAdc { get; init; }

    /// <summary>Factor on the tissue's T2 in the rim.</summary>
    public ParameterRange RimT2Factor { get; init; } = new(1, 1);

    /// <summary>Thickness of the rim, in mm; drawn uniformly, and never more than a quarter of the lesion's radius.</summary>
    public ParameterRange RimThickness { get; init; } = new(0, 0);

    /// <summary>Distance over which the lesion fades into tissue, in mm; drawn uniformly.</summary>
    public required ParameterRange EdgeWidth { get; init; }

    /// <summary>Target volume of one lesion, in ml; drawn between the limits in logarithm, see <see cref="LesionSettings.VolumeExponent"/>.</summary>
    public required ParameterRange Volume { get; init; }

    /// <summary>How the outline is made when no real masks are given.</summary>
    public LesionShapeKind Shape { get; init; } = LesionShapeKind.Territory;

    /// <summary>Whether the lesion pushes CSF aside rather than leaving sulci open within it.</summary>
    public bool DisplacesCsf { get; init; }

    /// <summary>Chance that the lesion is placed against a ventricle or the brain's surface.</summary>
    public double CsfContact { get; init; } = 0.3;
}
