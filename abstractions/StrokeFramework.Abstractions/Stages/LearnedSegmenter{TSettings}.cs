namespace StrokeFramework;

/// <summary>Base class of segmenters that work by a trained model.</summary>
/// <typeparam name="TSettings">The record of parameters, or <see cref="NoSettings"/>.</typeparam>
public abstract class LearnedSegmenter<TSettings> : Stage<TSettings>, ILearnedSegmenter
    where TSettings : class, new()
{
    /// <inheritdoc/>
    public abstract ISegmenterModel Train(IReadOnlyList<SegmentationExample> examples, StageContext context);

    /// <inheritdoc/>
    public abstract ISegmenterModel Load(Stream stream);
}
