namespace StrokeFramework.Conformance.Tests.Stages;

/// <summary>A preprocessor that promises a brain mask and does what a test tells it.</summary>
[Stage("scripted-preprocessor", "1.0.0", Title = "Scripted", Description = "Does what a test tells it.", Citation = "None.", Provides = StudyTraits.BrainMask)]
public sealed class ScriptedPreprocessor(Func<DiffusionStudy, StageContext, DiffusionStudy> body) : Preprocessor<NoSettings>
{
    public override DiffusionStudy Process(DiffusionStudy study, StageContext context) => body(study, context);
}
