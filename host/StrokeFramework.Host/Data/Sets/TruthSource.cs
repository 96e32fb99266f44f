namespace StrokeFramework.Host.Data;

/// <summary>Where an expert's lesion mask is.</summary>
/// <param name="Subject">Subject label without the <c>sub-</c> prefix.</param>
/// <param name="Session">Session label without the <c>ses-</c> prefix, or null.</param>
/// <param name="Mask">The file.</param>
public sealed record TruthSource(string Subject, string? Session, string Mask)
{
    /// <summary>The name of the study that it belongs to: <c>sub-x_ses-y</c>, or <c>sub-x</c> without a session.</summary>
    public string Name => new StudySource(Subject, Session, Mask).Name;
}
