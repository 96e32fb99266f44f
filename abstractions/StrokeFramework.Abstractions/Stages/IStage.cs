namespace StrokeFramework;

/// <summary>
/// What every stage has in common. Derive from a base class such as <see cref="Segmenter{TSettings}"/> rather than
/// implementing this. The host makes one instance per node and configures it once, before the first call; a stage
/// holds no other state and may be called from several threads at once.
/// </summary>
public interface IStage
{
    /// <summary>The record that holds the parameters, with a parameterless constructor that sets the defaults.</summary>
    Type SettingsType { get; }

    /// <summary>Called once by the host with validated parameters.</summary>
    /// <param name="settings">An instance of <see cref="SettingsType"/>.</param>
    /// <exception cref="ArgumentException">Two parameters contradict each other; the message says how.</exception>
    void Configure(object settings);
}
