using Spectre.Console;

namespace StrokeFramework.Cli.Output;

/// <summary>Shows progress while something runs: a bar on a terminal, a line per study elsewhere.</summary>
internal static class ProgressConsole
{
    public static bool IsInteractive => AnsiConsole.Profile.Capabilities.Interactive && !Console.IsErrorRedirected && !Console.IsOutputRedirected;

    /// <summary>Runs work that reports each study as it ends: its name and, if it failed, why.</summary>
    public static async Task<T> RunAsync<T>(RunTracker tracker, Func<Action<string, string?>, Task<T>> work)
    {
        if (!IsInteractive)
        {
            return await work((study, error) =>
            {
                tracker.StudyFinished(study);
                Console.Error.WriteLine($"{study}: {(error is null ? "done" : "failed")} ({tracker.Describe()})");
            }).ConfigureAwait(false);
        }

        return await AnsiConsole.Progress().AutoClear(true).Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn()).StartAsync(async shown =>
        {
            ProgressTask bar = shown.AddTask("", maxValue: 1);
            tracker.Changed += () =>
            {
                bar.Value = tracker.Fraction;
                bar.Description = Markup.Escape(tracker.Describe());
            };
            return await work((study, _) => tracker.StudyFinished(study)).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }
}
