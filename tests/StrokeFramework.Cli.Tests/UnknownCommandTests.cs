namespace StrokeFramework.Cli.Tests;

public sealed class UnknownCommandTests
{
    [Theory]
    [InlineData("rn", "Did you mean 'run'?")]
    [InlineData("evalute pipeline.json", "Did you mean 'evaluate'?")]
    [InlineData("plugins docter", "Did you mean 'plugins doctor'?")]
    [InlineData("xyzzy", "There are: demo, run,")]
    public async Task AMisspeltCommand_Ends2_AndIsAnsweredByTheNearest(string line, string remedy)
    {
        StrokeResult result = await Stroke.RunAsync(line.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("There is no command '", result.Error, StringComparison.Ordinal);
        Assert.Contains(remedy, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unrecognized", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMisspeltOption_IsNamed_AndTakenForNoCommand()
    {
        StrokeResult result = await Stroke.RunAsync(["plugins", "list", "--plugin", "x"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--plugin", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no command", result.Error, StringComparison.Ordinal);
    }
}
