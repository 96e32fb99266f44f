namespace StrokeFramework;

/// <summary>Base of all stages: holds the parameters.</summary>
/// <typeparam name="TSettings">
/// A record whose properties are the parameters. Defaults are property initialisers; <c>[Description]</c>,
/// <c>[Range]</c>, <c>[Unit]</c> and <c>[Provenance]</c> give documentation, limits, unit and origin.
/// </typeparam>
public abstract class Stage<TSettings> : IStage
    where TSettings : class, new()
{
    /// <inheritdoc/>
    public Type SettingsType => typeof(TSettings);

    /// <summary>The parameters: validated by the host, or defaults.</summary>
    public TSettings Parameters { get; private set; } = new();

    /// <inheritdoc/>
    public void Configure(object settings)
    {
        var parameters = (TSettings)settings;
        CheckSettings(parameters);
        Parameters = parameters;
    }

    /// <summary>Override to refuse parameters that contradict each other, by an <see cref="ArgumentException"/> with a sentence.</summary>
    protected virtual void CheckSettings(TSettings settings)
    {
    }
}
