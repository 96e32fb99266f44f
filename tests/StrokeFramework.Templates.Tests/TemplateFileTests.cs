using System.Text.Json;
using System.Xml.Linq;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Templates.Tests;

/// <summary>What templates repeat from elsewhere, compared with where it comes from.</summary>
public sealed class TemplateFileTests
{
    private static readonly string Root = SharedData.RepositoryRoot;
    private static readonly string Templates = Path.Combine(Root, "tools", "templates");

    [Fact]
    public void Projects_ReferenceTheVersionsOfThisRepository()
    {
        string framework = XDocument.Load(Path.Combine(Root, "Directory.Build.props")).Descendants("Version").Single().Value;
        string xunit = XDocument.Load(Path.Combine(Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(p => p.Attribute("Include")!.Value == "xunit.v3").Attribute("Version")!.Value;
        (string Id, string Version)[] references = [.. Directory.EnumerateFiles(Templates, "*.csproj", SearchOption.AllDirectories)
            .SelectMany(f => XDocument.Load(f).Descendants("PackageReference"))
            .Select(r => (r.Attribute("Include")!.Value, r.Attribute("Version")!.Value))];
        Assert.Contains(references, r => r.Id == "StrokeFramework.Plugin.Sdk");
        Assert.All(references, r => Assert.Equal(r.Id.StartsWith("StrokeFramework.", StringComparison.Ordinal) ? framework : xunit, r.Version));
    }

    [Fact]
    public void Templates_AreOneForEachKindOfStage()
    {
        string[] names = [.. Configurations().Select(c => c.GetProperty("shortName").GetString()!).Order(StringComparer.Ordinal)];
        Assert.Equal(["stroke-classifier", "stroke-detector", "stroke-features", "stroke-postprocessor", "stroke-preprocessor", "stroke-segmenter"], names);
    }

    [Fact]
    public void Templates_DifferInTheirKindAlone()
    {
        // Parameters, names and how they are formed are the same for all; the description of the kind is not.
        string[] forms = [.. Configurations().Select(c => c.GetProperty("forms").GetRawText()).Distinct()];
        Assert.Single(forms);
        string[] symbols = [.. Configurations().Select(c => string.Join('\n', new[] { "projectName", "stageId", "className", "feed" }.Select(s => c.GetProperty("symbols").GetProperty(s).GetRawText()))).Distinct()];
        Assert.Single(symbols);
    }

    [Fact]
    public void NuGetConfiguration_AddsAFeedAndTakesNoneAway()
    {
        XElement sources = XDocument.Load(Path.Combine(Templates, "common", "nuget.config")).Descendants("packageSources").Single();
        XElement source = Assert.Single(sources.Elements());
        Assert.Equal("add", source.Name.LocalName);
        Assert.Equal("STROKE-FEED", source.Attribute("value")!.Value);
    }

    private static IEnumerable<JsonElement> Configurations() => Directory
        .EnumerateFiles(Templates, "template.json", SearchOption.AllDirectories)
        .Select(f => JsonDocument.Parse(File.ReadAllBytes(f)).RootElement);
}
