using StrokeFramework.Conformance.Inputs;
using StrokeFramework.Conformance.Runs;

namespace StrokeFramework.Conformance.Checks;

/// <summary>Whether a stage stops soon after it is told to, wherever in its work it is.</summary>
internal static class CancellationCheck
{
    private const int Times = 5;

    /// <summary>Of a slow stage only the beginning is looked at, so that the check ends in seconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    public static CheckFailure? Run(Bench bench)
    {
        StageInput input = bench.Driver.Large(bench.Options.LargeGrid);
        IStage stage = bench.Subject.Create();
        StageCall whole = bench.Call(stage, input, bench.Options.Threads, stopAfter: Longest);
        CheckFailure? failure = Measure(bench, stage, input, whole.Elapsed < Longest ? whole.Elapsed : Longest);
        // A busy machine can delay anything once; it hardly delays the median twice.
        return failure is null ? null : Measure(bench, stage, input, whole.Elapsed < Longest ? whole.Elapsed : Longest);
    }

    private static CheckFailure? Measure(Bench bench, IStage stage, StageInput input, TimeSpan length)
    {
        double limit = bench.Options.CancellationLimit.TotalMilliseconds;
        string expected = FormattableString.Invariant($"On {input.Title}, it ends within {limit:0} ms of the wish to stop (median of {Times}), by an OperationCanceledException.");
        const string mend = "Look at context.CancellationToken in every long loop, at least every 100 ms; context.For does so between its steps.";
        List<TimeSpan> latencies = [];
        for (int n = 0; n < Times; n++)
        {
            StageCall call = bench.Call(stage, input, bench.Options.Threads, stopAfter: length * ((n + 0.5) / Times));
            if (!call.Ended) return new(expected, FormattableString.Invariant($"It did not stop at all in {call.Latency.TotalSeconds:0.#} s."), mend);
            if (call.Error is not (null or OperationCanceledException or StageException)) return new(expected, $"Told to stop, it threw {call.Error.GetType().Name}: {call.Error.Message.ReplaceLineEndings(" ")}", "Let the OperationCanceledException through.");
            latencies.Add(call.Latency);
        }

        latencies.Sort();
        double median = latencies[Times / 2].TotalMilliseconds;
        bench.Figure = FormattableString.Invariant($"{median:0} ms");
        return median <= limit ? null : new(expected, FormattableString.Invariant($"It took {median:0} ms."), mend);
    }
}
