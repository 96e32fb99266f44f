namespace StrokeFramework;

/// <summary>Improves a segmentation: removes what is too small, fills holes, suppresses artefacts.</summary>
public interface IPostprocessor : IStage
{
    /// <summary>Processes a segmentation.</summary>
    /// <param name="study">The images.</param>
    /// <param name="segmentation">What to improve; stays as it is.</param>
    /// <param name="detections">A detector's boxes, or null when the graph connects none.</param>
    /// <param name="context">Cancellation, progress, log, diagnostics.</param>
    Segmentation Process(DiffusionStudy study, Segmentation segmentation, IReadOnlyList<Detection>? detections, StageContext context);
}
