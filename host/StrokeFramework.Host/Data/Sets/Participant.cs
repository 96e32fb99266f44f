namespace StrokeFramework.Host.Data;

/// <summary>One patient of a data set.</summary>
/// <param name="Subject">Subject label without the <c>sub-</c> prefix.</param>
/// <param name="StrokeType">One of <see cref="StrokeTypes"/>, where <c>n/a</c> means no lesion; null when it is not known.</param>
public sealed record Participant(string Subject, string? StrokeType);
