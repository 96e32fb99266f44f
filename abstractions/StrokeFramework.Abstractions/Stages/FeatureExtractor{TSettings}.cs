namespace StrokeFramework;

/// <summary>Base class of stages that measure lesions.</summary>
/// <typeparam name="TSettings">The record of parameters, or <see cref="NoSettings"/>.</typeparam>
public abstract class FeatureExtractor<TSettings> : Stage<TSettings>, IFeatureExtractor
    where TSettings : class, new()
{
    /// <inheritdoc/>
    public abstract FeatureSchema Schema { get; }

    /// <inheritdoc/>
    public abstract FeatureTable Extract(DiffusionStudy study, LesionSet lesions, StageContext context);
}
