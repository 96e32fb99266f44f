using StrokeFramework.Host.Plugins;

namespace StrokeFramework.Host.Tests.Plugins;

public sealed class PluginCatalogTests : IDisposable
{
    private readonly TestShelf _shelf = new();

    public void Dispose() => _shelf.Dispose();

    [Fact]
    public void Scan_OfAnAbsentShelf_IsEmpty() =>
        Assert.Empty(PluginCatalog.Scan([new(Path.Combine(_shelf.Path, "nowhere"), "x")], RuntimeCatalog.Scan("nowhere")).Plugins);

    [Fact]
    public void Scan_FindsBothVersions_NewestFirst()
    {
        _shelf.Add("TableReader1");
        _shelf.Add("TableReader2");

        IReadOnlyList<StageEntry> stages = _shelf.Scan().FindStage("threshold-from-table");

        Assert.Equal(["2.0.0", "1.0.0"], stages.Select(s => s.Plugin.Manifest!.Version));
    }

    [Fact]
    public void Scan_OfTheSameVersionOnTwoShelves_TakesTheLater()
    {
        _shelf.Add("TableReader1");
        using var second = new TestShelf();
        second.Add("TableReader1");

        PluginCatalog catalog = PluginCatalog.Scan([new(_shelf.Path, "first"), new(second.Path, "second")], RuntimeCatalog.Scan("nowhere"));

        Assert.Equal("second", Assert.Single(catalog.Plugins).Shelf.Name);
        Assert.Equal("first", Assert.Single(catalog.Hidden).Shelf.Name);
    }

    [Fact]
    public void Scan_OfAShelfThatComesFirst_TakesItsVersionBeforeANewerOne_AndKeepsThat()
    {
        _shelf.Add("TableReader2");
        using var developed = new TestShelf();
        developed.Add("TableReader1");

        PluginCatalog catalog = PluginCatalog.Scan([new(developed.Path, "developed", ComesFirst: true), new(_shelf.Path, "installed")], RuntimeCatalog.Scan("nowhere"));

        Assert.Equal(["1.0.0", "2.0.0"], catalog.FindStage("threshold-from-table").Select(s => s.Plugin.Manifest!.Version));
    }

    [Fact]
    public void Scan_OfTwoPluginsWithOneStageId_NamesBoth_AndTouchesNoOtherStage()
    {
        _shelf.Add("TableReader1");
        string other = _shelf.Add("Misbehaving");
        TestShelf.EditManifest(other, m => m["stages"]![0]!["id"] = "threshold-from-table");

        PluginCatalog catalog = _shelf.Scan();

        PluginProblem conflict = Assert.Single(catalog.Conflicts).Value;
        Assert.Contains("Example.TableReader", conflict.Message, StringComparison.Ordinal);
        Assert.Contains("Example.Misbehaving", conflict.Message, StringComparison.Ordinal);
        Assert.True(Assert.Single(catalog.FindStage("hangs")).Plugin.IsUsable);
    }

    [Fact]
    public void Scan_SkipsAnInstallationUnderWay()
    {
        string folder = _shelf.Add("TableReader1");
        Directory.Move(Path.GetDirectoryName(folder)!, Path.Combine(_shelf.Path, ".Example.TableReader.new"));

        Assert.Empty(_shelf.Scan().Plugins);
    }
}
