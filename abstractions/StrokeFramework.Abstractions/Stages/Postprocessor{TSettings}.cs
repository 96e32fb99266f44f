namespace StrokeFramework;

/// <summary>Base class of stages that improve a segmentation.</summary>
/// <typeparam name="TSettings">The record of parameters, or <see cref="NoSettings"/>.</typeparam>
public abstract class Postprocessor<TSettings> : Stage<TSettings>, IPostprocessor
    where TSettings : class, new()
{
    /// <inheritdoc/>
    public abstract Segmentation Process(DiffusionStudy study, Segmentation segmentation, IReadOnlyList<Detection>? detections, StageContext context);
}
