namespace StrokeFramework.Phantom;

/// <summary>One subject's normal tissues.</summary>
/// <param name="Grey">Grey matter.</param>
/// <param name="White">White matter.</param>
/// <param name="Csf">Cerebrospinal fluid.</param>
public sealed record SubjectTissues(TissueProperties Grey, TissueProperties White, TissueProperties Csf)
{
    /// <summary>Draws a subject: every constant moves by a few percent.</summary>
    public static SubjectTissues Draw(TissueSettings settings, PhantomRandom random)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        return new(Vary(settings.Grey), Vary(settings.White), Vary(settings.Csf));

        TissueProperties Vary(TissueProperties tissue) => new(
            tissue.ProtonDensity * Spread(), tissue.T2 * Spread(), tissue.Adc * Spread());

        double Spread() => Math.Exp(settings.SubjectVariation * random.Normal());
    }

    /// <summary>The constants of a mix of grey and white matter: what a lesion there would find.</summary>
    /// <param name="greyShare">Share of grey matter in [0, 1].</param>
    public TissueProperties Mix(double greyShare)
    {
        return new(Blend(Grey.ProtonDensity, White.ProtonDensity), Blend(Grey.T2, White.T2), Blend(Grey.Adc, White.Adc));

        double Blend(double grey, double white) => white + (greyShare * (grey - white));
    }
}
