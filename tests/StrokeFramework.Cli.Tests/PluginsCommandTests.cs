namespace StrokeFramework.Cli.Tests;

public sealed class PluginsCommandTests
{
    [Fact]
    public async Task List_ShowsWhatIsBundledAndWhatIsGiven()
    {
        StrokeResult result = await Stroke.RunAsync(["plugins", "list", "--plugins", Stroke.TestShelf("TableReader2")]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("kmeans-fast-marching", result.Output, StringComparison.Ordinal);
        Assert.Contains(result.Output.Split('\n'), l => l.Contains("threshold-from-table", StringComparison.Ordinal) && l.Contains("2.0.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Show_OfAStage_NamesUnitsAndWhereDefaultsComeFrom()
    {
        StrokeResult result = await Stroke.RunAsync(["plugins", "show", "power-law"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("gamma = 0.4", result.Output, StringComparison.Ordinal);
        Assert.Contains("Default derived", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_OfNothing_Ends2() => Assert.Equal(2, (await Stroke.RunAsync(["plugins", "show", "nowhere"])).ExitCode);

    [Fact]
    public async Task Doctor_OfTheBundledPlugins_FindsNothingWrong()
    {
        StrokeResult result = await Stroke.RunAsync(["plugins", "doctor"]);
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("Everything is in order.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_IsWrittenForTheInstalledStages()
    {
        StrokeResult result = await Stroke.RunAsync(["schema"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("kmeans-fast-marching@^1.0", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_OfAWrongGraph_PrintsEachMistakeOnItsLine()
    {
        using var work = new Workspace();
        string file = work.Pipeline(
            """
            { "nodes": {
                "a": { "use": "power-lwa@^1.0", "in": { "study": "$input" } },
                "b": { "use": "power-law@^1.0", "in": { "study": "$input" }, "with": { "gamma": -1 } } },
              "outputs": { "a": "a", "b": "b" } }
            """);
        StrokeResult result = await Stroke.RunAsync(["validate", file]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("pipeline.json(2,", result.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'power-law'?", result.Error, StringComparison.Ordinal);
        Assert.Contains("SF1017", result.Error, StringComparison.Ordinal);
        Assert.Contains("SF1015", result.Error, StringComparison.Ordinal);
    }
}
