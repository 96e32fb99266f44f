using System.Text.Json.Nodes;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Tests.Plugins;

public sealed class PluginChecksTests : IDisposable
{
    private readonly TestShelf _shelf = new();

    public void Dispose() => _shelf.Dispose();

    [Theory]
    [InlineData("2.0", "SF2001", "another major version")]
    [InlineData("1.7", "SF2002", "newer than this host's")]
    public void Manifest_OfOtherContracts_IsRefusedWithBothVersions(string contract, string code, string phrase)
    {
        string folder = _shelf.Add("TableReader1");
        TestShelf.EditManifest(folder, m => m["contract"] = contract);

        PluginProblem problem = Assert.Single(Assert.Single(_shelf.Scan().Plugins).Problems);

        Assert.Equal(code, problem.Code);
        Assert.Contains(contract, problem.Message, StringComparison.Ordinal);
        Assert.Contains($"{ContractVersion.Major}.{ContractVersion.Minor}", problem.Message, StringComparison.Ordinal);
        Assert.Contains(phrase, problem.Message, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Remedy);
    }

    [Theory]
    [InlineData("targetFramework", "net99.0", "SF2003")]
    [InlineData("targetFramework", "netstandard2.0", "SF2003")]
    [InlineData("runtimeIdentifier", "win-arm64", "SF2004")]
    public void Manifest_ForAnotherPlatform_IsRefused(string member, string value, string code)
    {
        string folder = _shelf.Add("TableReader1");
        TestShelf.EditManifest(folder, m => m[member] = value);

        PluginProblem problem = Assert.Single(Assert.Single(_shelf.Scan().Plugins).Problems);

        Assert.Equal(code, problem.Code);
        Assert.Contains(value, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Manifest_NamingAnAbsentRuntime_IsRefusedByName()
    {
        string folder = _shelf.Add("TableReader1");
        TestShelf.EditManifest(folder, m => m["runtimes"] = new JsonObject { ["quantum"] = "1.0" });

        Assert.Equal("SF2005", Assert.Single(Assert.Single(_shelf.Scan().Plugins).Problems).Code);
    }

    [Fact]
    public void Plugin_ShippingTheContracts_IsRefused()
    {
        string folder = _shelf.Add("TableReader1");
        File.Copy(typeof(IStage).Assembly.Location, Path.Combine(folder, "StrokeFramework.Abstractions.dll"));
        TestShelf.EditManifest(folder, m => m["files"]!["StrokeFramework.Abstractions.dll"] = "0");

        Assert.Equal("SF2006", Assert.Single(Assert.Single(_shelf.Scan().Plugins).Problems).Code);
    }

    [Fact]
    public void Plugin_WithoutItsAssembly_IsRefused()
    {
        string folder = _shelf.Add("TableReader1");
        File.Delete(Path.Combine(folder, "Example.TableReader.dll"));

        Assert.Equal("SF2007", Assert.Single(Assert.Single(_shelf.Scan().Plugins).Problems).Code);
    }

    [Fact]
    public void Plugin_WithoutAStage_IsRefused()
    {
        string folder = _shelf.Add("TableReader1");
        TestShelf.EditManifest(folder, m => m["stages"] = new JsonArray());

        Assert.Equal("SF2008", Assert.Single(Assert.Single(_shelf.Scan().Plugins).Problems).Code);
    }

    [Theory]
    [InlineData("{ \"manifest\": 1, ")]
    [InlineData("[]")]
    [InlineData("{ \"manifest\": 99 }")]
    [InlineData("{ \"manifest\": 1, \"id\": \"x\" }")]
    [InlineData("")]
    public void Manifest_Broken_IsASentenceThatNamesTheFile(string text)
    {
        string folder = _shelf.Add("TableReader1");
        File.WriteAllText(Path.Combine(folder, PluginManifest.FileName), text);

        PluginEntry plugin = Assert.Single(_shelf.Scan().Plugins);

        Assert.Null(plugin.Manifest);
        PluginProblem problem = Assert.Single(plugin.Problems);
        Assert.Equal("SF2010", problem.Code);
        Assert.Contains(PluginManifest.FileName, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Example.TableReader.dll")]
    [InlineData("CsvHelper.dll")]
    public void Files_ChangedSinceTheBuild_AreFoundBeforeAnyCodeRuns(string file)
    {
        string folder = _shelf.Add("TableReader1");
        byte[] content = File.ReadAllBytes(Path.Combine(folder, file));
        content[^1] ^= 1;
        File.WriteAllBytes(Path.Combine(folder, file), content);
        PluginCatalog catalog = _shelf.Scan();

        var refused = Assert.Throws<PluginException>(() => new PluginHost(catalog).Create(Assert.Single(catalog.FindStage("threshold-from-table"))));

        Assert.Equal("SF2009", refused.Problem!.Code);
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_AddedOrMissing_AreNamed()
    {
        string folder = _shelf.Add("TableReader1");
        File.WriteAllText(Path.Combine(folder, "extra.dll"), "x");
        Assert.Contains("extra.dll", PluginChecks.CheckFiles(Assert.Single(_shelf.Scan().Plugins))!.Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder, "extra.dll"));
        File.Delete(Path.Combine(folder, "CsvHelper.dll"));
        Assert.Contains("CsvHelper.dll", PluginChecks.CheckFiles(Assert.Single(_shelf.Scan().Plugins))!.Message, StringComparison.Ordinal);
    }
}
