using Xunit;

namespace StrokeFramework.Conformance.Xunit;

/// <summary>
/// Runs every conformance check on a stage, each as a test of its own. A test project needs one line per stage:
/// <c>public sealed class OtsuConformance : StageConformance&lt;OtsuSegmenter&gt;;</c>
/// </summary>
/// <typeparam name="TStage">The stage's class.</typeparam>
[Collection<UndisturbedTests>]
public abstract class StageConformance<TStage>
    where TStage : IStage, new()
{
    /// <summary>The names of the checks that apply.</summary>
#pragma warning disable CA1000 // xunit asks the test class for them
    public static TheoryData<string> Checks => [.. ConformanceSuite.For(StageSubject.Of<TStage>()).Select(c => c.Name)];
#pragma warning restore CA1000

    /// <summary>Limits, to be overridden where a stage needs others.</summary>
    protected virtual ConformanceOptions Options { get; } = new();

    /// <summary>Runs one check; fails with what was expected, what was seen and how to mend it.</summary>
    [Theory]
    [MemberData(nameof(Checks))]
    public void Conforms(string check)
    {
        StageSubject subject = StageSubject.Of<TStage>();
        CheckResult result = ConformanceSuite.For(subject).Single(c => c.Name == check).Run(subject, Options);
        if (result.Failure is { } failure) Assert.Fail($"{subject.Stage.Id} {result.Check.Title}: it does not.{Environment.NewLine}{failure}");
    }
}
