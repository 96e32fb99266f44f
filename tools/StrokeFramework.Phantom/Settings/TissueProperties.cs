namespace StrokeFramework.Phantom;

/// <summary>The three constants that fix a tissue's signal in a spin-echo diffusion image.</summary>
/// <param name="ProtonDensity">Proton density relative to CSF, dimensionless.</param>
/// <param name="T2">Transverse relaxation time, in ms.</param>
/// <param name="Adc">Apparent diffusion coefficient, in mm²/s.</param>
public readonly record struct TissueProperties(double ProtonDensity, double T2, double Adc);
