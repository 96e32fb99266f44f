using System.Text.RegularExpressions;

namespace StrokeFramework.Templates.Tests;

/// <summary>What somebody outside this repository does, with packages, templates and program as they were built.</summary>
public sealed partial class AuthorRoadTests
{
    [Fact]
    public async Task Tutorial_DoesWhatItSays()
    {
        string said = await AuthorRoad.RunAsync("--tutorial");
        Assert.Contains("Passed!", said, StringComparison.Ordinal);
        Assert.Contains("RestrictedDiffusion 1.0.0 stands in", said, StringComparison.Ordinal);
        // The acute infarct of the synthetic patients is found, and a brain without a lesion has none: Dice is 1.
        Assert.InRange(Dice(said, "sub-phantom0001_ses-0001"), 0.8, 1);
        Assert.Equal(1, Dice(said, "sub-phantom0006_ses-0001"));
        // Each version of the plugin has a column of its own, and another limit gives other figures.
        Match versions = Regex.Match(said, @"two versions in one graph, mean Dice: (?=.*\bold (?<old>[\d.]+);)(?=.*\bnew (?<new>[\d.]+);)");
        Assert.True(versions.Success, said);
        Assert.NotEqual(versions.Groups["old"].Value, versions.Groups["new"].Value);
        if (!said.Contains("this program has no 'stroke compare'", StringComparison.Ordinal)) Assert.Matches(@"(?m)^restricted-diffusion +\S+ +0\.9", said);
    }

    [Fact]
    public async Task Templates_BuildPassTheirTestsAndFitTheirGraphs()
    {
        string said = await AuthorRoad.RunAsync("--templates");
        string[] kinds = ["classifier", "detector", "features", "postprocessor", "preprocessor", "segmenter"];
        Assert.Equal(kinds, TestedKind().Matches(said).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
        foreach (string kind in kinds) Assert.Contains($"'my-{kind}2' is in order", said, StringComparison.Ordinal);
        Assert.Contains("add <PackageReference Include=\"OpenCvSharp4\"", said, StringComparison.Ordinal);
        Assert.Contains("has no class with a [Stage] attribute", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_AfterEachEdit_BuildsAndRunsFromTheFirstNodeThatChanged()
    {
        string said = await AuthorRoad.RunAsync("--watch");
        string[] rounds = said.Split("Changed: Watched/WatchedSegmenter.cs");
        Assert.Equal(4, rounds.Length);

        // As the template has it, Otsu's threshold is too near to the brain's median on this patient; half as much again as the median is not.
        Assert.Contains("mask: 0 lesions, 0.00 ml; Dice 0.000", rounds[0], StringComparison.Ordinal);
        // The nodes before are as they were; what is made quicker than it is read may run again for its value, which depends on the machine.
        Assert.DoesNotMatch(@"(?m)^Ran: (?!lesion ).*changed", rounds[1]);
        Assert.Matches(@"(?m)^Ran: lesion \(.*plugin's files changed\)$", rounds[1]);
        Assert.InRange(WatchedDice(rounds[1]), 0.1, 1);

        Assert.Matches(@"(?m)^The build failed after .* s; the last result stays:$", rounds[2]);
        Assert.Matches(@"(?m)^  Watched/WatchedSegmenter\.cs\(\d+\): CS\d+: ", rounds[2]);
        Assert.DoesNotContain("mask:", rounds[2], StringComparison.Ordinal);

        Assert.InRange(WatchedDice(rounds[3]), 0.01, 1);
        Assert.NotEqual(WatchedDice(rounds[1]), WatchedDice(rounds[3]));
        Match ended = Ended().Match(said);
        Assert.True(ended.Success, said);
        // What is left is the author's build and the result; shelf, staging and lock are gone.
        Assert.Equal(["Release", "watch"], ended.Groups["left"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (ended.Groups["signal"].Value == "INT") Assert.Equal("130", ended.Groups["status"].Value);
    }

    private static double WatchedDice(string round) => double.Parse(FoundDice().Match(round).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static double Dice(string said, string study)
    {
        string row = said.Split('\n').First(l => l.StartsWith(study, StringComparison.Ordinal) && !l.Contains(": done", StringComparison.Ordinal));
        return double.Parse(row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4], System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"mask: [1-9]\d* lesions?, [\d.]+ ml; Dice ([\d.]+)")]
    private static partial Regex FoundDice();

    [GeneratedRegex(@"the watch ended by (?<signal>\w+) with status (?<status>\d+); left are: (?<left>.*)")]
    private static partial Regex Ended();

    [GeneratedRegex(@"^(\w+): Total: [1-9]\d*, Errors: 0, Failed: 0", RegexOptions.Multiline)]
    private static partial Regex TestedKind();
}
