using StrokeFramework.Conformance.Inputs;
using StrokeFramework.Conformance.Runs;

namespace StrokeFramework.Conformance.Checks;

/// <summary>Whether a stage holds no more managed memory at once than it declares.</summary>
internal static class MemoryCheck
{
    /// <summary>For tables and the like, whose size is not the image's.</summary>
    private const long Allowance = 16 << 20;

    private const double Megabyte = 1 << 20;

    public static CheckFailure? Run(Bench bench)
    {
        StageInput input = bench.Driver.Middling();
        double factor = bench.Subject.Stage.MemoryFactor;
        long limit = (long)(factor * input.Bytes) + Allowance;
        IStage stage = bench.Subject.Create();
        bench.Answer(stage, bench.Driver.Usual()); // what is made once for good is not counted
        long peak = MemoryMeter.PeakOf(() => bench.Answer(stage, input, bench.Options.Threads), limit);
        bench.Figure = FormattableString.Invariant($"up to {(double)peak / input.Bytes:0.0} times its input of {input.Bytes / Megabyte:0.0} MB");
        if (peak <= limit) return null;
        return new(
            FormattableString.Invariant($"It holds at most {factor:0.#} times its input of {input.Bytes / Megabyte:0.0} MB at once, and {Allowance / Megabyte:0} MB for tables."),
            FormattableString.Invariant($"It held {peak / Megabyte:0} MB."),
            "Let go of what is no longer needed, use float or byte where double is not needed, or declare MemoryFactor in the [Stage] attribute.");
    }
}
