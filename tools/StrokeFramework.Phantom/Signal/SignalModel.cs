namespace StrokeFramework.Phantom;

/// <summary>
/// The signal of a spin-echo diffusion sequence without its gain: <c>S = PD·exp(-TE/T2)·exp(-b·ADC)</c> (Stejskal and
/// Tanner 1965, doi:10.1063/1.1695690). Repetition is taken as long, so T1 plays no part.
/// </summary>
public static class SignalModel
{
    /// <summary>The signal of a tissue.</summary>
    /// <param name="tissue">The tissue's constants.</param>
    /// <param name="echoTime">Echo time, in ms.</param>
    /// <param name="bValue">Diffusion weighting, in s/mm²; 0 for the b0 image.</param>
    public static double Signal(TissueProperties tissue, double echoTime, double bValue) =>
        tissue.ProtonDensity * Math.Exp((-echoTime / tissue.T2) - (bValue * tissue.Adc));

    /// <summary>The ADC that a scanner computes from two images.</summary>
    /// <param name="b0">Signal without diffusion weighting.</param>
    /// <param name="dwi">Signal with diffusion weighting.</param>
    /// <param name="bValue">Diffusion weighting of the second, in s/mm².</param>
    /// <returns><c>ln(S0/Sb)/b</c> in mm²/s, within [0, 0.004]; 0 where either signal is missing.</returns>
    public static float Adc(float b0, float dwi, float bValue) =>
        b0 <= 0 || dwi <= 0 ? 0 : Math.Clamp(MathF.Log(b0 / dwi) / bValue, 0, 0.004f);
}
