namespace StrokeFramework.RCnn.Network;

/// <summary>A box found in a picture.</summary>
/// <param name="Box">Left, upper, right, lower, in pixels.</param>
/// <param name="Class">The class, from 0.</param>
/// <param name="Score">Its probability.</param>
internal sealed record FoundBox(float[] Box, int Class, double Score);
