namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// A truth lesion to which no lesion found belongs: none overlaps it, or those that do overlap another truth lesion more.
/// </summary>
/// <param name="Study">The study's name.</param>
/// <param name="Patient">The patient's label.</param>
/// <param name="Class">The true class.</param>
/// <param name="Volume">Its volume, in ml.</param>
public sealed record MissedLesion(string Study, string Patient, string Class, double Volume);
