namespace StrokeFramework.Cli.Tests;

public sealed class PluginTestCommandTests
{
    [Fact]
    public async Task Test_OfABundledPluginByFolder_PassesEveryCheck()
    {
        StrokeResult result = await Stroke.RunAsync(["plugins", "test", Path.Combine(Stroke.BundledShelf, "StrokeFramework.PowerLaw")]);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Contains("power-law, preprocessor of StrokeFramework.PowerLaw", result.Output, StringComparison.Ordinal);
        Assert.Contains(result.Output.Split('\n'), l => l.StartsWith("  ok      same-bits ", StringComparison.Ordinal));
        Assert.Contains("checks of 1 stage: all passed.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_OfAStageThatEditsItsInput_Ends1_AndSaysWhatToMend()
    {
        StrokeResult result = await Stroke.RunAsync(["plugins", "test", "edits-its-input", "--plugins", Stroke.TestShelf("Misbehaving")]);
        Assert.True(result.ExitCode == 1, result.Output + result.Error);
        string[] lines = result.Output.Split('\n');
        int at = Array.FindIndex(lines, l => l.StartsWith("  FAILED  input-unchanged ", StringComparison.Ordinal));
        Assert.True(at >= 0, result.Output);
        Assert.StartsWith("          expected: ", lines[at + 1], StringComparison.Ordinal);
        Assert.StartsWith("          seen:     It was changed.", lines[at + 2], StringComparison.Ordinal);
        Assert.StartsWith("          mend:     ", lines[at + 3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_OfAPluginThatCannotBeLoaded_Ends2_BeforeAnyCheck()
    {
        StrokeResult result = await Stroke.RunAsync(["plugins", "test", Stroke.TestShelf("Misbehaving")]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("SF2013", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("/nowhere/at/all")]
    public async Task Test_OfNothing_Ends2(string wanted)
    {
        StrokeResult result = await Stroke.RunAsync(["plugins", "test", wanted]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"'{wanted}'", result.Error, StringComparison.Ordinal);
    }
}
