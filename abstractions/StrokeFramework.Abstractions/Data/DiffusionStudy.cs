namespace StrokeFramework;

/// <summary>
/// One patient's diffusion images at one visit, all on the DWI's grid. Immutable: the <c>With</c> methods return a
/// changed copy that shares the other images.
/// </summary>
public sealed class DiffusionStudy
{
    /// <summary>Creates a study from its DWI.</summary>
    /// <param name="dwi">The diffusion-weighted image (trace).</param>
    /// <param name="subject">Subject label without the <c>sub-</c> prefix.</param>
    /// <param name="session">Session label without the <c>ses-</c> prefix, or null.</param>
    /// <param name="acquisition">What is known of the acquisition.</param>
    public DiffusionStudy(Volume<float> dwi, string subject = "unnamed", string? session = null, Acquisition? acquisition = null)
    {
        ArgumentNullException.ThrowIfNull(dwi);
        ArgumentException.ThrowIfNullOrEmpty(subject);
        Dwi = dwi;
        Subject = subject;
        Session = session;
        Acquisition = acquisition ?? Acquisition.Unknown;
    }

    private DiffusionStudy(DiffusionStudy other)
    {
        (Dwi, Adc, B0, BrainMask) = (other.Dwi, other.Adc, other.B0, other.BrainMask);
        (Subject, Session, Acquisition, HasUnitIntensity) = (other.Subject, other.Session, other.Acquisition, other.HasUnitIntensity);
    }

    /// <summary>The diffusion-weighted image.</summary>
    public Volume<float> Dwi { get; private init; }

    /// <summary>Apparent diffusion coefficient in mm²/s (normal brain is about 0.0008), or null.</summary>
    public Volume<float>? Adc { get; private init; }

    /// <summary>The image without diffusion weighting, or null.</summary>
    public Volume<float>? B0 { get; private init; }

    /// <summary>1 inside the brain, 0 outside; null until a stage has found it.</summary>
    public Volume<byte>? BrainMask { get; private init; }

    /// <summary>True when the DWI's intensities lie on the unit range.</summary>
    public bool HasUnitIntensity { get; private init; }

    /// <summary>Subject label without the <c>sub-</c> prefix.</summary>
    public string Subject { get; }

    /// <summary>Session label without the <c>ses-</c> prefix, or null.</summary>
    public string? Session { get; }

    /// <summary>What is known of the acquisition.</summary>
    public Acquisition Acquisition { get; }

    /// <summary>The grid of every image in the study.</summary>
    public VolumeGeometry Geometry => Dwi.Geometry;

    /// <summary>What the study carries.</summary>
    public StudyTraits Traits =>
        (Adc is null ? 0 : StudyTraits.Adc) | (B0 is null ? 0 : StudyTraits.B0)
        | (BrainMask is null ? 0 : StudyTraits.BrainMask) | (HasUnitIntensity ? StudyTraits.UnitIntensity : 0);

    /// <summary>The study with another DWI on the same grid.</summary>
    /// <param name="dwi">The new image.</param>
    /// <param name="unitIntensity">Whether its intensities lie on the unit range.</param>
    /// <exception cref="ArgumentException">The image lies on another grid.</exception>
    public DiffusionStudy WithDwi(Volume<float> dwi, bool unitIntensity)
    {
        Check(dwi, "DWI");
        return new(this) { Dwi = dwi, HasUnitIntensity = unitIntensity };
    }

    /// <summary>The study with an ADC map in mm²/s, or without one.</summary>
    /// <exception cref="ArgumentException">The map lies on another grid.</exception>
    public DiffusionStudy WithAdc(Volume<float>? adc)
    {
        Check(adc, "ADC map");
        return new(this) { Adc = adc };
    }

    /// <summary>The study with a b = 0 image, or without one.</summary>
    /// <exception cref="ArgumentException">The image lies on another grid.</exception>
    public DiffusionStudy WithB0(Volume<float>? b0)
    {
        Check(b0, "b0 image");
        return new(this) { B0 = b0 };
    }

    /// <summary>The study with a brain mask, or without one.</summary>
    /// <exception cref="ArgumentException">The mask lies on another grid.</exception>
    public DiffusionStudy WithBrainMask(Volume<byte>? mask)
    {
        Check(mask, "brain mask");
        return new(this) { BrainMask = mask };
    }

    private void Check<T>(Volume<T>? volume, string what)
        where T : unmanaged
    {
        if (volume is not null && Geometry.DescribeMismatch(volume.Geometry) is { } mismatch)
            throw new ArgumentException($"The {what} does not lie on the DWI's grid: {mismatch}.", nameof(volume));
    }
}
