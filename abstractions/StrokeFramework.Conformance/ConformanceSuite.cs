using StrokeFramework.Conformance.Checks;
using StrokeFramework.Conformance.Inputs;

namespace StrokeFramework.Conformance;

/// <summary>The checks that any stage must pass.</summary>
public static class ConformanceSuite
{
    private static readonly ConformanceCheck[] OfEveryKind =
    [
        new("described", "has a title, a description and a citation", DescriptionChecks.Stage),
        new("parameters-described", "each parameter says what it is, and its unit", DescriptionChecks.Parameters),
        new("defaults", "the defaults are valid", ParameterChecks.Defaults),
        new("ranges", "works at the ends of each parameter's range", ParameterChecks.Ranges),
        new("out-of-range", "each number has limits, and values beyond them are refused", ParameterChecks.OutOfRange),
        new("valid-result", "gives a valid result, on the input's grid", ResultChecks.Valid),
        new("input-unchanged", "leaves its input as it was", ResultChecks.InputUnchanged),
        new("same-bits", "gives the same bits again, on any number of threads, watched or not", ResultChecks.SameBits),
        new("progress", "reports progress in [0, 1] that never falls", ResultChecks.Progress),
        new("cancels", "stops within a quarter of a second", CancellationCheck.Run),
        new("memory", "keeps within its share of memory", MemoryCheck.Run),
        new("no-files", "leaves no file behind", FileCheck.Run),
    ];

    private static readonly ConformanceCheck[] OfModels =
    [
        new("model-round-trip", "a saved model answers as before, bit for bit", ModelChecks.RoundTrip),
        new("foreign-model", "refuses what is no model of its own", ModelChecks.Foreign),
    ];

    /// <summary>The checks that apply to a stage, in the order in which they are best read.</summary>
    public static IReadOnlyList<ConformanceCheck> For(StageSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        List<ConformanceCheck> checks = [.. OfEveryKind];
        if (subject.Stage.FlipEquivariant) checks.Add(new("flip-equivariant", "a mirrored study gives the mirrored result", FlipCheck.Run));
        if (subject.Driver.HasModel) checks.AddRange(OfModels);
        foreach (AwkwardInput awkward in subject.Driver.AwkwardInputs)
            checks.Add(new($"awkward-{awkward.Name}", awkward.Title, bench => ResultChecks.Awkward(bench, awkward)));
        return checks;
    }
}
