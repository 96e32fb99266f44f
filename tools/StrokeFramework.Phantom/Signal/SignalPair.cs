namespace StrokeFramework.Phantom;

/// <summary>The b0 and diffusion-weighted signal of every voxel, without noise; index i fastest.</summary>
/// <param name="B0">Signal without diffusion weighting.</param>
/// <param name="Dwi">Signal with diffusion weighting.</param>
public sealed record SignalPair(float[] B0, float[] Dwi);
