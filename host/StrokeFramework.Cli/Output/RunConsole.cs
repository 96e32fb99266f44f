using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Runs;

namespace StrokeFramework.Cli.Output;

/// <summary>Runs a request and shows it on the terminal: progress while it runs, a table when it is done.</summary>
internal sealed class RunConsole(ILogger<RunConsole> log, IOptions<ConsoleOptions> options)
{
    private static readonly string[] ComparedColumns =
        ["Truth/ml", "Dice", "Jaccard", "FPR/union", "FNR/union", "FPR/truth", "FNR/truth", "FPR/pixel", "FNR/pixel", "Lesion recall", "Lesion precision"];

    public void Warn(IEnumerable<string> warnings)
    {
        foreach (string warning in warnings) log.LogWarning("{Warning}", warning);
    }

    public async Task<int> RunAsync(RunRequest request, CancellationToken cancellation)
    {
        var tracker = new RunTracker(request.Studies.Count, request.Pipeline.Nodes.Count);
        IReadOnlyList<StudyOutcome> outcomes = await ProgressConsole.RunAsync(
            tracker, report => BatchRunner.RunAsync(request, tracker, o => report(o.Study, o.Error), cancellation)).ConfigureAwait(false);
        foreach (StudyOutcome outcome in outcomes) Warn(outcome.Warnings.Select(w => $"{outcome.Study}: {w}"));
        ShowTable(outcomes, ProgressConsole.IsInteractive);
        return ShowFailures(outcomes, request);
    }

    private static void ShowTable(IReadOnlyList<StudyOutcome> outcomes, bool interactive)
    {
        bool several = outcomes.Any(o => o.Segmentations.Count > 1), compared = outcomes.Any(o => o.Segmentations.Any(s => s.Metrics is not null)), typed = outcomes.Any(o => o.Types.Count > 0);
        List<string> header = ["Study"];
        if (several) header.Add("Output");
        header.AddRange(["Lesions", "Volume/ml"]);
        if (typed) header.Add("Type");
        if (compared) header.AddRange(ComparedColumns);
        header.Add("Time/s");
        List<IReadOnlyList<string>> rows = [];
        foreach (StudyOutcome outcome in outcomes.Where(o => o.Error is null))
        {
            foreach (SegmentationSummary? segmentation in outcome.Segmentations.Cast<SegmentationSummary?>().DefaultIfEmpty())
            {
                List<string> row = [outcome.Study];
                if (several) row.Add(segmentation?.Output ?? "");
                row.AddRange([segmentation is null ? "" : $"{segmentation.Lesions}", segmentation is null ? "" : Number(segmentation.Volume, "0.00")]);
                if (typed) row.Add(string.Join(", ", outcome.Types.Select(t => t.Patient.Type)));
                if (compared) row.AddRange(Figures(segmentation?.Metrics));
                row.Add(Seconds(outcome.Time));
                rows.Add(row);
            }
        }

        if (rows.Count == 0) return;
        if (interactive) FancyTable.Write(header, rows);
        else PlainTable.Write(Console.Out, header, rows);
        if (compared) Console.Out.WriteLine("FPR and FNR are FP and FN over the union of both masks, over the truth, and over the negatives or positives of the truth (pixel).");
    }

    private static IEnumerable<string> Figures(SegmentationMetrics? metrics)
    {
        if (metrics is null) return Enumerable.Repeat("", ComparedColumns.Length);
        OverlapCounts overlap = metrics.Overlap;
        List<string> cells = [Number(metrics.TruthVolume, "0.00"), Number(overlap.Dice, "0.000"), Number(overlap.Jaccard, "0.000")];
        foreach (RateDenominator denominator in (ReadOnlySpan<RateDenominator>)[RateDenominator.Union, RateDenominator.GroundTruth, RateDenominator.Pixelwise])
        {
            string form = denominator == RateDenominator.Pixelwise ? "0.00000" : "0.000";
            cells.Add(Number(overlap.FalsePositiveRate(denominator), form));
            cells.Add(Number(overlap.FalseNegativeRate(denominator), "0.000"));
        }

        return [.. cells, Number(metrics.Lesions.Recall, "0.00"), Number(metrics.Lesions.Precision, "0.00")];
    }

    private int ShowFailures(IReadOnlyList<StudyOutcome> outcomes, RunRequest request)
    {
        StudyOutcome[] failed = [.. outcomes.Where(o => o.Error is not null)];
        foreach (StudyOutcome outcome in failed) log.LogError(options.Value.Verbose ? outcome.Exception : null, "{Study}: {Code}: {Message}", outcome.Study, outcome.ErrorCode, outcome.Error);
        Console.Out.WriteLine(failed.Length == 0
            ? $"{Count(outcomes.Count)} done; results are in '{request.OutputFolder}'. Research software, not a medical device."
            : $"{outcomes.Count - failed.Length} of {Count(outcomes.Count)} done, {failed.Length} failed; results are in '{request.OutputFolder}'.");
        if (outcomes.FirstOrDefault(o => o.Error is null) is { Folder: { } folder } && request.WriteReport)
            Console.Out.WriteLine($"Open {Path.Combine(folder, "report.html")}");
        return failed.Length == 0 ? ExitCodes.Success : ExitCodes.StudyFailed;
    }

    private static string Count(int studies) => studies == 1 ? "1 study" : $"{studies} studies";

    private static string Seconds(TimeSpan time) => Number(time.TotalSeconds, "0.00");

    private static string Number(double value, string form) => double.IsNaN(value) ? "n/a" : value.ToString(form, CultureInfo.InvariantCulture);
}
