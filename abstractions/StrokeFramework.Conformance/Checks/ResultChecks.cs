using StrokeFramework.Conformance.Inputs;
using StrokeFramework.Conformance.Runs;

namespace StrokeFramework.Conformance.Checks;

/// <summary>What a stage gives, again and again, and what it leaves alone.</summary>
internal static class ResultChecks
{
    public static CheckFailure? Valid(Bench bench)
    {
        bench.Answer(bench.Subject.Create(), bench.Driver.Usual());
        return null;
    }

    public static CheckFailure? InputUnchanged(Bench bench)
    {
        StageInput input = bench.Driver.Usual();
        string before = Fingerprint.Of(input);
        bench.Answer(bench.Subject.Create(), input, bench.Options.Threads);
        return Fingerprint.Of(input) == before
            ? null
            : new("The input holds the same bits after the call as before.", "It was changed.", "Copy before you write: MemoryMarshal and native code can write to memory that is read-only in the contracts.");
    }

    public static CheckFailure? SameBits(Bench bench)
    {
        StageInput input = bench.Driver.Usual();
        IStage stage = bench.Subject.Create();
        int threads = bench.Options.Threads;
        const string mend = "Take random numbers from context.CreateRandom, let each thread write its own part, add in a fixed order, and keep nothing in fields.";
        string first = Fingerprint.Of(bench.Answer(stage, input));
        (string How, Func<string> Again)[] ways =
        [
            ("once more by the same instance", () => Fingerprint.Of(bench.Answer(stage, input))),
            ("by another instance", () => Fingerprint.Of(bench.Answer(bench.Subject.Create(), input))),
            ($"on {threads} threads", () => Fingerprint.Of(bench.Answer(stage, input, threads))),
            ($"on {threads} threads once more", () => Fingerprint.Of(bench.Answer(stage, input, threads))),
            ("with log, diagnostics and progress connected", () => Fingerprint.Of(bench.Answer(stage, input, watched: true, progress: new ProgressRecorder()))),
        ];
        foreach ((string how, Func<string> again) in ways)
        {
            if (again() != first) return Differs($"Called {how}, it gave another result.");
        }

        // The host calls one instance for several studies at once.
        StageCall[] calls = new StageCall[threads];
        Thread[] callers = [.. Enumerable.Range(0, threads).Select(n => new Thread(() => calls[n] = bench.Call(stage, input)))];
        foreach (Thread caller in callers) caller.Start();
        foreach (Thread caller in callers) caller.Join();
        foreach (StageCall call in calls)
        {
            if (bench.DescribeFault(stage, input, call) is { } failure) return failure with { Expected = $"Called {threads} times at once: {failure.Expected}" };
            if (call.Output is null || Fingerprint.Of(call.Output) != first) return Differs($"One instance called {threads} times at once gave another result.");
        }

        return null;

        CheckFailure Differs(string seen) => new("The same input and seed give the same bits, however often and on however many threads.", seen, mend);
    }

    public static CheckFailure? Progress(Bench bench)
    {
        foreach (int threads in (int[])[1, bench.Options.Threads])
        {
            var recorder = new ProgressRecorder();
            bench.Answer(bench.Subject.Create(), bench.Driver.Usual(), threads, progress: recorder);
            if (recorder.Fault is { } fault)
            {
                return new("Progress lies in [0, 1] and never falls.", $"{fault} ({threads} {(threads == 1 ? "thread" : "threads")})",
                    "Give each part of the work its share of the whole; context.For counts from 0 to 1 each time it is called.");
            }
        }

        return null;
    }

    public static CheckFailure? Awkward(Bench bench, AwkwardInput awkward)
    {
        StageInput input = awkward.Make();
        string before = Fingerprint.Of(input);
        IStage stage = bench.Subject.Create();
        StageCall call = bench.Call(stage, input, bench.Options.Threads, watched: true);
        if (bench.DescribeFault(stage, input, call) is { } failure) return failure;
        if (awkward.MustRefuse && call.Error is null)
        {
            return new($"{char.ToUpperInvariant(input.Title[0])}{input.Title[1..]} is refused: a StageException says in a sentence what is missing.", "It gave a result.",
                "Throw a StageException, so that nobody takes the result for one.");
        }

        return Fingerprint.Of(input) == before ? null : new($"The input ({input.Title}) holds the same bits after the call as before.", "It was changed.", "Copy before you write.");
    }
}
