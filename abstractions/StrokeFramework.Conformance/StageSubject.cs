using System.Reflection;

namespace StrokeFramework.Conformance;

/// <summary>A stage to be checked: how an instance is made, and what it says of itself.</summary>
public sealed class StageSubject
{
    private readonly Func<IStage> _create;

    /// <summary>Describes a stage.</summary>
    /// <param name="create">Makes a new instance at each call.</param>
    /// <param name="refusal">
    /// The host's answer to a parameter's value: given the name and the value as they stand in JSON, its refusal, or null
    /// when it takes the value. Null where there is no host; then the attributes alone are looked at.
    /// </param>
    /// <exception cref="ArgumentException">The class has no <see cref="StageAttribute"/>, or is a stage of no kind or of several.</exception>
    public StageSubject(Func<IStage> create, Func<string, string, string?>? refusal = null)
    {
        ArgumentNullException.ThrowIfNull(create);
        (_create, Refusal, Type) = (create, refusal, create().GetType());
        Stage = Type.GetCustomAttribute<StageAttribute>(inherit: false) ?? throw new ArgumentException($"{Type.Name} has no [Stage] attribute.", nameof(create));
        Driver = StageDriver.For(Type, Stage);
    }

    /// <summary>What the stage says of itself.</summary>
    public StageAttribute Stage { get; }

    /// <summary>The stage's class.</summary>
    public Type Type { get; }

    internal StageDriver Driver { get; }

    /// <summary>Whether a call was left behind; it may still be running.</summary>
    internal bool NeverEnded { get; set; }

    internal Func<string, string, string?>? Refusal { get; }

    /// <summary>A stage whose class is at hand.</summary>
    public static StageSubject Of<TStage>()
        where TStage : IStage, new() => new(() => new TStage());

    /// <summary>A new instance, configured with its defaults as the host does it.</summary>
    public IStage Create()
    {
        IStage stage = _create();
        stage.Configure(Driver.CreateSettings(stage.SettingsType));
        return stage;
    }
}
