namespace StrokeFramework;

/// <summary>Finds lesions.</summary>
public interface ISegmenter : IStage
{
    /// <summary>Segments a study. The result lies on the input's grid; it may be empty.</summary>
    Segmentation Segment(DiffusionStudy study, StageContext context);
}
