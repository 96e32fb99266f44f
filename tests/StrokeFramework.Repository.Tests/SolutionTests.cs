using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Repository.Tests;

/// <summary>Lists that people keep by hand, compared with what is there.</summary>
public sealed partial class SolutionTests
{
    private static readonly string Root = SharedData.RepositoryRoot;

    [Fact]
    public void Solution_HoldsEveryProject() => Assert.Equal(Projects(), SolutionProjects());

    [Fact]
    public void ReleaseFilter_HoldsEveryProjectButThoseThatTestOrMeasure()
    {
        using JsonDocument filter = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "eng", "stroke.slnf")));
        string[] listed = [.. filter.RootElement.GetProperty("solution").GetProperty("projects").EnumerateArray().Select(p => p.GetString()!).Order(StringComparer.Ordinal)];
        Assert.Equal(Projects().Where(p => !p.StartsWith("tests/", StringComparison.Ordinal) && !Measuring().IsMatch(p)), listed);
    }

    [Fact]
    public void Contracts_VersionInBuildAndCodeAgree()
    {
        string version = XDocument.Load(Path.Combine(Root, "eng", "PluginVersions.props")).Descendants("StrokeContractVersion").Single().Value;
        Assert.Equal($"{ContractVersion.Major}.{ContractVersion.Minor}", version);
    }

    [Fact]
    public void Plugins_HaveAVersionAndAReadme()
    {
        foreach (string project in Projects().Where(p => p.StartsWith("plugins/", StringComparison.Ordinal)))
        {
            string path = Path.Combine(Root, project);
            Assert.True(XDocument.Load(path).Descendants("Version").Any(), $"{project} has no version of its own.");
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "README.md")), $"{project} has no README.md beside it.");
        }
    }

    [Fact]
    public void Packages_AreMadeOfWhatAuthorsBuildOnAlone()
    {
        string[] packing = [.. Directory.EnumerateFiles(Root, "*.*proj", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Root, "Directory.Build.*", SearchOption.AllDirectories))
            .Where(f => File.ReadAllText(f).Contains("<IsPackable>true<", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))];
        Assert.Equal(["abstractions/Directory.Build.props"], packing);
        Assert.Equal("false", XDocument.Load(Path.Combine(Root, "Directory.Build.props")).Descendants("IsPackable").Single().Value);
    }

    private static string[] Projects() =>
    [
        .. new[] { "abstractions", "host", "plugins", "tests", "tools" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*.csproj", SearchOption.AllDirectories))
            .Select(p => Path.GetRelativePath(Root, p).Replace('\\', '/'))
            .Where(p => !p.Contains("/templates/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static string[] SolutionProjects() =>
        [.. ProjectPath().Matches(File.ReadAllText(Path.Combine(Root, "StrokeFramework.sln"))).Select(m => m.Groups[1].Value.Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [GeneratedRegex("\"([^\"]+\\.csproj)\"")]
    private static partial Regex ProjectPath();

    [GeneratedRegex("Benchmarks?/|Robustness/")]
    private static partial Regex Measuring();
}
