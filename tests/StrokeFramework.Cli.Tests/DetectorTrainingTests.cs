using System.Diagnostics;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Cli.Tests;

/// <summary>A detector's training as a user runs it, and as a power cut ends it.</summary>
public sealed class DetectorTrainingTests
{
    private static readonly string Pipeline = Path.Combine(SharedData.RepositoryRoot, "pipelines", "rcnn.json");

    // A small network on coarse slices, for long enough that a state is kept on the way.
    private static readonly string[] Small = ["spacing=3", "width=8", "passes=1", "stepsPerStudy=200", "smallestAnchor=12"];

    [Fact]
    public async Task Train_KilledAndResumed_EndsWithTheSameLossAndModel()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files of a killed process may stay locked for a moment there.");
        using var workspace = new Workspace();
        File.WriteAllText(workspace["data.json"], """{ "studies": 2, "seed": 5, "difficulty": 0 }""");
        StrokeResult whole = await TrainAsync(workspace, "whole.model");
        Assert.True(whole.ExitCode == 0, whole.Error);

        bool kept = false;
        StrokeResult killed = await TrainAsync(workspace, "killed.model", async process =>
        {
            long started = Stopwatch.GetTimestamp();
            while (!process.HasExited && !kept && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1.5))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
                kept = Directory.GetFiles(workspace.Root, "killed.model*.checkpoint").Length > 0;
            }

            process.Kill();
        });
        Assert.True(kept, "no state was kept before training ended; let it take longer");
        Assert.NotEqual(0, killed.ExitCode);
        Assert.False(File.Exists(workspace["killed.model"]));

        StrokeResult resumed = await TrainAsync(workspace, "killed.model", null, "--resume");
        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Equal(File.ReadAllBytes(workspace["whole.model"]), File.ReadAllBytes(workspace["killed.model"]));
    }

    private static Task<StrokeResult> TrainAsync(Workspace workspace, string model, Func<Process, Task>? meanwhile = null, params string[] options) => Stroke.RunAsync(
        ["train", Pipeline, "--data", workspace["data.json"], "--out", workspace[model], "--threads", "2", .. Small.SelectMany(s => (string[])["--set", "lesions." + s]), .. options],
        meanwhile: meanwhile);
}
