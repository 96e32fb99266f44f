namespace StrokeFramework;

/// <summary>Base class of stages that change a study.</summary>
/// <typeparam name="TSettings">The record of parameters, or <see cref="NoSettings"/>.</typeparam>
public abstract class Preprocessor<TSettings> : Stage<TSettings>, IPreprocessor
    where TSettings : class, new()
{
    /// <inheritdoc/>
    public abstract DiffusionStudy Process(DiffusionStudy study, StageContext context);
}
