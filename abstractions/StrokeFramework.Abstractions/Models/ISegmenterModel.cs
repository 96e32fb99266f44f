namespace StrokeFramework;

/// <summary>A fitted segmenter.</summary>
public interface ISegmenterModel : IModel
{
    /// <summary>Segments a study. The result lies on the input's grid; it may be empty.</summary>
    Segmentation Segment(DiffusionStudy study, StageContext context);
}
