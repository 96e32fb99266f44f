using System.Globalization;
using StrokeFramework.Cli.Watching;
using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Runs;

namespace StrokeFramework.Cli.Output;

/// <summary>Shows a watch: what changed, how the build ended, what ran, what came out and how long that took.</summary>
internal sealed class WatchConsole(PluginProject project)
{
    private const int Named = 4, ErrorsShown = 5;

    /// <summary>Says why it builds.</summary>
    public void Begin(WatchChange change)
    {
        Console.Out.WriteLine();
        string[] files = [.. change.Files.Select(change.Sources.NameOf)];
        Console.Out.WriteLine(files.Length == 0
            ? $"Building {project.Name} (Release) ..."
            : $"{change.SavedAt.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} Changed: {string.Join(", ", files.Take(Named))}{(files.Length > Named ? $" and {files.Length - Named} more" : "")}");
    }

    /// <summary>Says how the build ended.</summary>
    /// <param name="built">The build.</param>
    /// <param name="hasResult">Whether a result of an earlier run is there.</param>
    public void Built(BuildResult built, bool hasResult)
    {
        if (built.Succeeded)
        {
            Console.Out.WriteLine($"Built in {Seconds(built.Time)}.");
            return;
        }

        Console.Error.WriteLine($"The build failed after {Seconds(built.Time)}{(hasResult ? "; the last result stays" : "")}:");
        foreach (string error in built.Errors.Take(ErrorsShown)) Console.Error.WriteLine($"  {error}");
        if (built.Errors.Count > ErrorsShown) Console.Error.WriteLine($"  and {built.Errors.Count - ErrorsShown} more; 'dotnet build -c Release {project.Name}' shows them.");
    }

    /// <summary>Says which nodes ran and why, and what came out.</summary>
    public static void Ran(StudyOutcome outcome, CacheJournal? journal)
    {
        CacheVerdict[] verdicts = [.. journal?.Verdicts ?? []];
        string[] kept = [.. journal?.Nodes.Where(n => verdicts.Any(v => v.Node == n && v.FromCache)) ?? []];
        if (kept.Length > 0) Console.Out.WriteLine($"From the cache: {string.Join(", ", kept)}");
        foreach (CacheVerdict verdict in journal?.Nodes.SelectMany(n => verdicts.Where(v => v.Node == n && !v.FromCache)) ?? []) Console.Out.WriteLine($"Ran: {verdict.Node} ({verdict.Reason})");
        if (journal is null) Console.Out.WriteLine("There is no cache, so every node ran.");
        foreach (string warning in outcome.Warnings) Console.Error.WriteLine($"Warning: {warning}");
        if (outcome.Error is not null) Console.Error.WriteLine($"{outcome.Study}: {outcome.ErrorCode}: {outcome.Error}");
        foreach (SegmentationSummary segmentation in outcome.Segmentations) Console.Out.WriteLine(Describe(segmentation));
        foreach (TypeOutput type in outcome.Types) Console.Out.WriteLine($"{type.Output}: {type.Patient.Type}");
    }

    /// <summary>Says how long it took from the edit to the result.</summary>
    public static void Timed(WatchChange change, TimeSpan build, TimeSpan run)
    {
        TimeSpan whole = DateTime.UtcNow - change.SavedAt;
        Console.Out.WriteLine($"{Seconds(whole)} from {(change.Files.Count == 0 ? "the start" : "the edit")} to the result (build {Seconds(build)}, run {Seconds(run)}).");
    }

    /// <summary>Says that it waits for an edit.</summary>
    public void Wait(bool first)
    {
        if (first) Console.Out.WriteLine($"Watching '{project.Watched}' and the pipeline; Ctrl-C ends it.");
    }

    private static string Describe(SegmentationSummary segmentation)
    {
        string figures = $"{segmentation.Output}: {segmentation.Lesions} {(segmentation.Lesions == 1 ? "lesion" : "lesions")}, {Number(segmentation.Volume, "0.00")} ml";
        return segmentation.Metrics is { } metrics
            ? $"{figures}; Dice {Number(metrics.Overlap.Dice, "0.000")}, Jaccard {Number(metrics.Overlap.Jaccard, "0.000")}, truth {Number(metrics.TruthVolume, "0.00")} ml"
            : figures;
    }

    private static string Seconds(TimeSpan time) => Number(time.TotalSeconds, "0.0") + " s";

    private static string Number(double value, string form) => value.ToString(form, CultureInfo.InvariantCulture);
}
