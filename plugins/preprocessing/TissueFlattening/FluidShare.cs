namespace StrokeFramework.TissueFlattening;

/// <summary>
/// How much of a voxel is cerebrospinal fluid. With S the DWI and S exp(b ADC) the image without diffusion weighting, both
/// are mixtures of tissue, whose ADC is taken as known, and fluid, whose two signals are: the share is linear in them.
/// </summary>
/// <param name="bValue">Diffusion weighting in s/mm².</param>
/// <param name="settings">ADCs and the fluid's signal.</param>
internal sealed class FluidShare(double bValue, TissueFlatteningSettings settings)
{
    private readonly double _tissueDecay = Math.Exp(-bValue * settings.TissueAdc);
    private readonly double _fluidDecay = Math.Exp(-bValue * settings.FluidAdc);

    /// <summary>The share in [0, 1]; 0 where signal or ADC is unknown.</summary>
    /// <param name="signal">DWI relative to normal tissue.</param>
    /// <param name="adc">ADC in mm²/s.</param>
    public double Of(double signal, double adc)
    {
        if (!(signal > 0) || !(adc > 0) || !double.IsFinite(signal) || !double.IsFinite(adc)) return 0;
        double undiffused = signal * Math.Exp(bValue * adc);
        double share = ((_tissueDecay * undiffused) - signal) / (settings.FluidSignal * (_tissueDecay - _fluidDecay));
        return Math.Clamp(share, 0, 1);
    }
}
