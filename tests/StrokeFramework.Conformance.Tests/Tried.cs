namespace StrokeFramework.Conformance.Tests;

/// <summary>Runs one check on a stage.</summary>
internal static class Tried
{
    /// <summary>Short limits, so that what is wrong on purpose is found out soon.</summary>
    public static ConformanceOptions Hasty { get; } = new()
    {
        Threads = 2,
        TimeLimit = TimeSpan.FromSeconds(5),
        Grace = TimeSpan.FromMilliseconds(500),
        CancellationLimit = TimeSpan.FromMilliseconds(50),
        LargeGrid = new(16, 16, 4),
    };

    public static CheckResult Check(string check, Func<IStage> create, ConformanceOptions? options = null, Func<string, string, string?>? refusal = null)
    {
        var subject = new StageSubject(create, refusal);
        return ConformanceSuite.For(subject).Single(c => c.Name == check).Run(subject, options ?? Hasty);
    }

    /// <summary>The failure that a stage must be found guilty of, complete with what to do.</summary>
    public static CheckFailure Failure(string check, Func<IStage> create, ConformanceOptions? options = null)
    {
        CheckFailure? failure = Check(check, create, options).Failure;
        Assert.NotNull(failure);
        Assert.All([failure.Expected, failure.Seen, failure.Mend], text => Assert.True(text.Length > 5 && text[^1] is '.' or ')', text));
        return failure;
    }
}
