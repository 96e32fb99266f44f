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

    private static double Dice(string said, string study)
    {
        string row = said.Split('\n').First(l => l.StartsWith(study, StringComparison.Ordinal) && !l.Contains(": done", StringComparison.Ordinal));
        return double.Parse(row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4], System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(\w+): Total: [1-9]\d*, Errors: 0, Failed: 0", RegexOptions.Multiline)]
    private static partial Regex TestedKind();
}
