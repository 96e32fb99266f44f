namespace StrokeFramework;

/// <summary>A fitted detector.</summary>
public interface IDetectorModel : IModel
{
    /// <summary>The classes it can name, in ordinal order.</summary>
    IReadOnlyList<string> Classes { get; }

    /// <summary>The lesions of a study, best score first.</summary>
    IReadOnlyList<Detection> Detect(DiffusionStudy study, StageContext context);
}
