using System.Globalization;

namespace StrokeFramework.Cli.Output;

/// <summary>Prints a line for each report of a training.</summary>
internal static class TrainingConsole
{
    public static void Report(string node, TrainingStep step)
    {
        string figures = string.Join(", ", step.Values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Key} {v.Value:0.0000}")));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{node}: step {step.Step} of {step.Steps}: {figures}; {step.ImagesPerSecond:0.0} images/s; {Left(step.TimeLeft)} left"));
    }

    private static string Left(TimeSpan time) => time.TotalMinutes < 2
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min");
}
