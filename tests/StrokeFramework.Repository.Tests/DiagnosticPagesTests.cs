using System.Text.RegularExpressions;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Repository.Tests;

/// <summary>Every diagnostic code has a page with cause, example and mend, and every page a code.</summary>
public sealed partial class DiagnosticPagesTests
{
    private static readonly string Pages = Path.Combine(SharedData.RepositoryRoot, "docs", "diagnostics");

    [Fact]
    public void EveryCodeInTheProgram_HasAPage_AndEveryPageACode()
    {
        // Comments and pages may name a code; what is between quotes, or an error of the build, is one.
        (string Folder, string Files)[] sources = [("host", "*.cs"), ("tools/StrokeFramework.ManifestWriter", "*.cs"), ("eng", "*.targets")];
        string[] codes =
        [
            .. sources.SelectMany(s => Directory.EnumerateFiles(Path.Combine(SharedData.RepositoryRoot, s.Folder), s.Files, SearchOption.AllDirectories))
                .SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        string[] pages = [.. Directory.EnumerateFiles(Pages, "SF*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];
        Assert.Equal(codes, pages);
    }

    [Fact]
    public void EveryPage_SaysCauseExampleAndMend_AndStandsInTheIndex()
    {
        string index = File.ReadAllText(Path.Combine(Pages, "README.md"));
        foreach (string page in Directory.EnumerateFiles(Pages, "SF*.md"))
        {
            string code = Path.GetFileNameWithoutExtension(page), text = File.ReadAllText(page);
            Match title = Title().Match(text);
            Assert.True(title.Success && title.Groups[1].Value == code, $"{code}.md does not begin with '# {code}: …'.");
            Assert.Contains($"| [{code}]({code}.md) | {title.Groups[2].Value} |", index, StringComparison.Ordinal);
            foreach (string heading in new[] { "## Cause", "## Example", "## Mend" })
            {
                string[] parts = text.Split(heading + "\n");
                Assert.True(parts.Length == 2 && parts[1].Split("\n## ")[0].Trim().Length > 10, $"{code}.md says nothing under '{heading}'.");
            }
        }
    }

    [GeneratedRegex("(?:\"|error )(SF[0-9]{4})\\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"\A# (SF[0-9]{4}): (.+)\n")]
    private static partial Regex Title();
}
