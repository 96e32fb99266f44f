namespace StrokeFramework.Phantom;

/// <summary>What is kept of a training volume once its images are written.</summary>
/// <param name="Subject">Subject label without the <c>sub-</c> prefix.</param>
/// <param name="StrokeType">Acute or sub-acute ischemic, or <see cref="StrokeTypes.None"/>.</param>
/// <param name="LesionVolume">Volume of the mask, in ml.</param>
public sealed record AcuteTrainingRecord(string Subject, string StrokeType, double LesionVolume);
