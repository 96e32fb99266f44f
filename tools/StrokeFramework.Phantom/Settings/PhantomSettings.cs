namespace StrokeFramework.Phantom;

/// <summary>Every constant of the phantom. Nothing random: what is drawn is drawn from these.</summary>
public sealed record PhantomSettings
{
    /// <summary>The scanner.</summary>
    public AcquisitionSettings Acquisition { get; init; } = new();

    /// <summary>Normal brain.</summary>
    public TissueSettings Tissues { get; init; } = new();

    /// <summary>Lesions.</summary>
    public LesionSettings Lesions { get; init; } = new();

    /// <summary>Artifacts.</summary>
    public ArtifactSettings Artifacts { get; init; } = new();

    /// <summary>
    /// The default settings made easier or harder: noise, receive bias, tissue texture, artifacts and the smallest lesion
    /// move together. 0.5 gives the defaults.
    /// </summary>
    /// <param name="difficulty">0 (large clean lesions) to 1 (small lesions under noise and artifacts).</param>
    /// <exception cref="ArgumentOutOfRangeException">The difficulty is outside [0, 1].</exception>
    public static PhantomSettings ForDifficulty(double difficulty)
    {
        if (difficulty is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(difficulty), difficulty, "The difficulty of a phantom lies in [0, 1].");
        // Doubling on the upper half and vanishing on the lower: one factor for all that makes reading harder.
        double factor = 2 * difficulty;
        var defaults = new PhantomSettings();
        return defaults with
        {
            Acquisition = defaults.Acquisition with
            {
                Noise = defaults.Acquisition.Noise * Math.Max(0.25, factor),
                ReceiveBias = defaults.Acquisition.ReceiveBias * factor,
            },
            Tissues = defaults.Tissues with { Texture = defaults.Tissues.Texture * Math.Max(0.25, factor) },
            Artifacts = defaults.Artifacts with
            {
                Bands = defaults.Artifacts.Bands * factor,
                RimGain = defaults.Artifacts.RimGain * factor,
            },
            Lesions = Larger(defaults.Lesions, Math.Pow(8, 1 - factor)),
        };
    }

    // The smallest lesions of every type grow or shrink; the largest stay.
    private static LesionSettings Larger(LesionSettings lesions, double factor)
    {
        return lesions with
        {
            MinimumVolume = lesions.MinimumVolume * factor,
            AcuteIschemic = Of(lesions.AcuteIschemic),
            SubacuteIschemic = Of(lesions.SubacuteIschemic),
            ChronicIschemic = Of(lesions.ChronicIschemic),
            AcuteHemorrhage = Of(lesions.AcuteHemorrhage),
        };

        LesionClassSettings Of(LesionClassSettings look) => look with { Volume = look.Volume with { From = look.Volume.From * factor } };
    }
}
