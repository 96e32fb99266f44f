using StrokeFramework.Conformance.Inputs;
using StrokeFramework.Conformance.Runs;

namespace StrokeFramework.Conformance;

/// <summary>What a check works with: the stage, its kind's inputs, and ways to call it.</summary>
internal sealed class Bench
{
    private const ulong Seed = 20;

    public Bench(StageSubject subject, ConformanceOptions options) => (Subject, Options) = (subject, options);

    public StageSubject Subject { get; }

    public ConformanceOptions Options { get; }

    public StageDriver Driver => Subject.Driver;

    /// <summary>What a check measured, in a phrase.</summary>
    public string Figure { get; set; } = "";

    /// <summary>Calls a stage and says how that ended.</summary>
    public StageCall Call(IStage stage, StageInput input, int threads = 1, bool watched = false, IProgress<double>? progress = null, TimeSpan? stopAfter = null) =>
        Try(
            cancellation => Driver.Run(stage, input, new StageContext
            {
                CancellationToken = cancellation,
                MaxDegreeOfParallelism = threads,
                Seed = Seed,
                Progress = progress,
                Log = watched ? Listener.Instance : null,
                Diagnostics = watched ? Listener.Instance : null,
            }),
            stopAfter);

    /// <summary>Runs other work of a stage's and says how that ended.</summary>
    public StageCall Try(Func<CancellationToken, object?> work, TimeSpan? stopAfter = null)
    {
        var call = StageCall.Make(work, stopAfter ?? Options.TimeLimit, Options.Grace);
        if (!call.Ended) Subject.NeverEnded = true;
        return call;
    }

    /// <summary>Calls a stage on an input from which it must give a valid result.</summary>
    /// <exception cref="CheckFailedException">It gave none.</exception>
    public object Answer(IStage stage, StageInput input, int threads = 1, bool watched = false, IProgress<double>? progress = null)
    {
        StageCall call = Call(stage, input, threads, watched, progress);
        if (call.Error is StageException refused)
        {
            throw new CheckFailedException(new(
                $"A result on {input.Title}.", $"The stage refused it: {refused.Message}", "Name in Needs of the [Stage] attribute what the study must carry; refuse only what no study of that kind should be."));
        }

        return DescribeFault(stage, input, call) is { } failure ? throw new CheckFailedException(failure) : call.Output!;
    }

    /// <summary>Null when a call gave a valid result or refused the input in a sentence; otherwise what is wrong.</summary>
    public CheckFailure? DescribeFault(IStage stage, StageInput input, StageCall call)
    {
        string expected = $"A valid result on {input.Title}, or a StageException that says in a sentence why there is none.";
        if (!call.Ended)
        {
            return new(expected, FormattableString.Invariant($"It was still running after {Options.TimeLimit.TotalSeconds:0.#} s and did not stop when told to."),
                "Find the loop that never ends on such an input, and look at context.CancellationToken in it.");
        }

        if (call.Cancelled)
            return new(expected, FormattableString.Invariant($"It was still running after {Options.TimeLimit.TotalSeconds:0.#} s."), "Find the loop that hardly ends on such an input.");
        if (call.Error is StageException refused)
        {
            return IsSentence(refused.Message)
                ? null
                : new(expected, $"It was refused by '{refused.Message}'.", "Say what is wrong and what to do: the user sees the message as it stands.");
        }

        if (call.Error is { } error)
        {
            return new(expected, $"It threw {error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}{PlaceOf(error)}",
                "Give an empty result where there is nothing to find, or throw a StageException where the input cannot be worked on.");
        }

        return Driver.DescribeFault(stage, input, call.Output) is { } fault
            ? new(expected, fault, "Check the result against the contract of the stage's base class.")
            : null;
    }

    private static bool IsSentence(string message) =>
        message is { Length: >= 10 } && message.Contains(' ', StringComparison.Ordinal) && (message[^1] is '.' or '?' or '!') && !char.IsLower(message[0]);

    /// <summary>Where in the plugin's code it happened, as far as that is known.</summary>
    private static string PlaceOf(Exception error)
    {
        string? frame = error.StackTrace?.Split('\n').FirstOrDefault(l => !l.Contains(" System.", StringComparison.Ordinal))?.Trim();
        return frame is null ? "" : $" ({frame})";
    }
}
