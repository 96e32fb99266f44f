namespace StrokeFramework;

/// <summary>Base class of stages that learn to name the stroke type.</summary>
/// <typeparam name="TSettings">The record of parameters, or <see cref="NoSettings"/>.</typeparam>
public abstract class Classifier<TSettings> : Stage<TSettings>, IClassifier
    where TSettings : class, new()
{
    /// <inheritdoc/>
    public abstract IClassifierModel Train(LabelledFeatures examples, StageContext context);

    /// <inheritdoc/>
    public abstract IClassifierModel Load(Stream stream);
}
