namespace StrokeFramework.Host.Training;

/// <summary>A truth lesion that nothing touches.</summary>
/// <param name="Label">Its class.</param>
/// <param name="Volume">Volume in ml.</param>
public sealed record UntouchedLesion(string Label, double Volume);
