namespace StrokeFramework;

/// <summary>Base class of stages that learn to find lesions in images.</summary>
/// <typeparam name="TSettings">The record of parameters, or <see cref="NoSettings"/>.</typeparam>
public abstract class Detector<TSettings> : Stage<TSettings>, IDetector
    where TSettings : class, new()
{
    /// <inheritdoc/>
    public abstract IDetectorModel Train(IReadOnlyList<DetectionExample> examples, StageContext context);

    /// <inheritdoc/>
    public abstract IDetectorModel Load(Stream stream);
}
