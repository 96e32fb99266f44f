namespace StrokeFramework.Phantom;

/// <summary>
/// Susceptibility artifacts of echo-planar imaging near the skull base: signal from a warped neighborhood piles up in
/// bright bands beside petrous bone, frontal sinus and the occipital rim, often with a void beside them. They are bright on
/// b0 and DWI alike, so their ADC is not low; intensity methods take them for lesions.
/// </summary>
public sealed record ArtifactSettings
{
    /// <summary>Mean number of pile-up bands per study; most come as a left-right pair.</summary>
    /// <value>3.</value>
    public double Bands { get; init; } = 3;

    /// <summary>Gain of a band at its center beyond 1: the range is log-uniform.</summary>
    /// <value>0.3 to 2.0.</value>
    public ParameterRange BandGain { get; init; } = new(0.3, 2.0);

    /// <summary>Chance that a band has a signal void beside it.</summary>
    /// <value>0.5.</value>
    public double VoidChance { get; init; } = 0.5;

    /// <summary>Largest gain beyond 1 of the thin bright rim along the brain's edge low in the head.</summary>
    /// <value>0.4.</value>
    public double RimGain { get; init; } = 0.4;

    /// <summary>Signal of the scalp relative to normal brain; the skull itself is dark.</summary>
    /// <value>0.12.</value>
    public double Scalp { get; init; } = 0.12;
}
