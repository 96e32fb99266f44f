namespace StrokeFramework.Phantom;

/// <summary>What the oracle is told of a lesion: its parameters' logarithms, relative to the tissue where T2 and PD are concerned.</summary>
/// <param name="Adc">ln of the core's ADC in mm²/s.</param>
/// <param name="T2">ln of the core's T2 over the tissue's.</param>
/// <param name="RimAdc">ln of the rim's ADC over the core's; 0 without a rim.</param>
/// <param name="RimT2">ln of the rim's T2 over the core's; 0 without a rim.</param>
internal readonly record struct LesionObservation(double Adc, double T2, double RimAdc, double RimT2)
{
    /// <summary>A lesion's true parameters.</summary>
    public static LesionObservation Of(PhantomLesion lesion)
    {
        LesionParameters p = lesion.Parameters;
        double rimAdc = p.Rim is { } rim ? Math.Log(rim.Adc / p.Core.Adc) : 0;
        double rimT2 = p.Rim is null ? 0 : Math.Log(lesion.RimT2 / lesion.CoreT2);
        return new(Math.Log(p.Core.Adc), Math.Log(lesion.CoreT2 / lesion.TissueT2), rimAdc, rimT2);
    }

    /// <summary>What the class's curve says at a severity, in tissue of the given T2.</summary>
    public static LesionObservation Expected(LesionClassSettings look, double severity, double tissueT2)
    {
        double adc = look.Adc.At(severity);
        double t2 = look.T2IsAbsolute ? look.T2.At(severity) / tissueT2 : look.T2.At(severity);
        return look.RimAdc is { } rim
            ? new(Math.Log(adc), Math.Log(t2), Math.Log(rim.At(severity) / adc), Math.Log(look.RimT2Factor.At(severity) / t2))
            : new(Math.Log(adc), Math.Log(t2), 0, 0);
    }
}
