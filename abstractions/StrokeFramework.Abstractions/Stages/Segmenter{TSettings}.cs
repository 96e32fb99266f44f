namespace StrokeFramework;

/// <summary>Base class of stages that find lesions.</summary>
/// <typeparam name="TSettings">The record of parameters, or <see cref="NoSettings"/>.</typeparam>
public abstract class Segmenter<TSettings> : Stage<TSettings>, ISegmenter
    where TSettings : class, new()
{
    /// <inheritdoc/>
    public abstract Segmentation Segment(DiffusionStudy study, StageContext context);
}
