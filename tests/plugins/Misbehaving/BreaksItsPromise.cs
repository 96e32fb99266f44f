namespace Example;

/// <summary>Promises a brain mask and does not deliver.</summary>
[Stage("breaks-its-promise", "1.0.0", Title = "Breaks its promise", Provides = StudyTraits.BrainMask)]
public sealed class BreaksItsPromise : Preprocessor<NoSettings>
{
    /// <inheritdoc/>
    public override DiffusionStudy Process(DiffusionStudy study, StageContext context) => study;
}
