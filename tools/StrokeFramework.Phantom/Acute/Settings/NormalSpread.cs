namespace StrokeFramework.Phantom;

/// <summary>A constant that differs between brains by a normal distribution.</summary>
/// <param name="Mean">Mean, in the constant's unit.</param>
/// <param name="Deviation">Standard deviation, in the constant's unit.</param>
public readonly record struct NormalSpread(double Mean, double Deviation);
