namespace StrokeFramework.Phantom;

/// <summary>What is kept of a study once its images are written.</summary>
/// <param name="Subject">Subject label without the <c>sub-</c> prefix.</param>
/// <param name="StrokeType">One of <see cref="StrokeTypes.All"/>, or <see cref="StrokeTypes.None"/>.</param>
/// <param name="LesionVolume">Volume of all lesions, in ml.</param>
/// <param name="Lesions">The lesions.</param>
public sealed record StudyRecord(string Subject, string StrokeType, double LesionVolume, IReadOnlyList<PhantomLesion> Lesions)
{
    /// <summary>The record of a study.</summary>
    public static StudyRecord Of(PhantomStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return new(study.Subject, study.StrokeType, study.Lesions.Sum(l => l.Volume), study.Lesions);
    }
}
