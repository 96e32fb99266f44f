namespace StrokeFramework.Phantom;

/// <summary>What tissue becomes within a lesion: constants that replace or scale the tissue's own.</summary>
/// <param name="Adc">Apparent diffusion coefficient, in mm²/s; replaces the tissue's.</param>
/// <param name="T2">T2 in ms where absolute, otherwise a factor on the tissue's.</param>
/// <param name="T2IsAbsolute">Whether <paramref name="T2"/> is in ms.</param>
/// <param name="ProtonDensity">Proton density, or null to keep the tissue's.</param>
public readonly record struct LesionTissue(double Adc, double T2, bool T2IsAbsolute, double? ProtonDensity)
{
    /// <summary>The lesion's constants where it has taken the place of a tissue.</summary>
    public TissueProperties In(TissueProperties tissue) =>
        new(ProtonDensity ?? tissue.ProtonDensity, T2IsAbsolute ? T2 : tissue.T2 * T2, Adc);
}
