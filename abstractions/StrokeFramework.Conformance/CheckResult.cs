namespace StrokeFramework.Conformance;

/// <summary>The outcome of one check on one stage.</summary>
/// <param name="Check">The check.</param>
/// <param name="Failure">How the stage broke the rule, or null when it kept it.</param>
/// <param name="Elapsed">How long the check took.</param>
/// <param name="Figure">What was measured, in a phrase; empty where nothing is.</param>
public sealed record CheckResult(ConformanceCheck Check, CheckFailure? Failure, TimeSpan Elapsed, string Figure = "")
{
    /// <summary>Whether the stage kept the rule.</summary>
    public bool Passed => Failure is null;
}
