namespace StrokeFramework.Conformance.Tests.Stages;

/// <summary>The rule that a <see cref="ScriptedClassifier"/> breaks.</summary>
public enum ClassifierFault
{
    None,
    TakesOneClass,
    DoesNotSumToOne,
    SavesTooFewDigits,
    ReadsAnything,
}
