using System.Diagnostics;

namespace StrokeFramework.Conformance;

/// <summary>One rule that a stage must keep, and how it is tried.</summary>
public sealed class ConformanceCheck
{
    private readonly Func<Bench, CheckFailure?> _check;

    internal ConformanceCheck(string name, string title, Func<Bench, CheckFailure?> check) => (Name, Title, _check) = (name, title, check);

    /// <summary>Lower-case words joined by hyphens, such as <c>same-bits</c>.</summary>
    public string Name { get; }

    /// <summary>The rule, in a phrase.</summary>
    public string Title { get; }

    /// <summary>Tries the rule on a stage. Nothing that the stage does makes this throw.</summary>
    /// <remarks>
    /// Some checks time the stage, measure the memory of the whole process or move its current folder, so nothing else
    /// should run beside them.
    /// </remarks>
    /// <param name="subject">The stage.</param>
    /// <param name="options">Limits, or null for the usual ones.</param>
    public CheckResult Run(StageSubject subject, ConformanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        long started = Stopwatch.GetTimestamp();
        var bench = new Bench(subject, options ?? new());
        CheckFailure? failure = Try(bench);
        return new(this, failure, Stopwatch.GetElapsedTime(started), bench.Figure);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private CheckFailure? Try(Bench bench)
    {
        // Beside a call that was left behind no figure can be trusted, and each further one would take as long.
        if (bench.Subject.NeverEnded) return new("The stage can be tried.", "An earlier call of this stage is still running, so this was not tried.", "Mend the first failure, then check again.");
        try
        {
            return _check(bench);
        }
        catch (CheckFailedException e)
        {
            return e.Failure;
        }
#pragma warning disable CA1031 // a constructor or Configure of the stage's own; calls on inputs are caught one by one
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new(
                "The stage can be made and takes its default parameters.",
                $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}",
                "Do no work in the constructor and in Configure, and let the defaults of the settings record agree with each other.");
        }
    }
}
