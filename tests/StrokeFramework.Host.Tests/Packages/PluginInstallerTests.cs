using StrokeFramework.Host.Packages;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Tests.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Tests.Packages;

public sealed class PluginInstallerTests : IDisposable
{
    private readonly TestShelf _source = new();
    private readonly TestShelf _feed = new();
    private readonly TestShelf _shelf = new();

    public void Dispose()
    {
        _source.Dispose();
        _feed.Dispose();
        _shelf.Dispose();
    }

    [Fact]
    public void PackedAndInstalled_APluginIsTheSameAndUsable()
    {
        string built = _source.Add("TableReader1");
        string package = PackageWriter.Pack(built, _feed.Path);
        Assert.Equal($"{ManifestReader.ReadPlugin(built).Id}.1.0.0{PluginPackage.Extension}", Path.GetFileName(package));

        (PluginManifest manifest, string folder, InstallResult result) = Installer().Install(package, force: false);

        Assert.Equal(InstallResult.Installed, result);
        Assert.Equal(Contents(built), Contents(folder));
        PluginEntry entry = Assert.Single(_shelf.Scan().Plugins);
        Assert.True(entry.IsUsable);
        Assert.Null(PluginChecks.CheckFiles(entry));
        Assert.Equal(manifest.Id, entry.Manifest!.Id);
        Assert.Equal(InstallResult.AlreadyThere, Installer().Install(package, force: false).Result);
    }

    [Fact]
    public void PackingTwice_GivesTheSameBytes()
    {
        string built = _source.Add("TableReader1");
        byte[] first = File.ReadAllBytes(PackageWriter.Pack(built, _feed.Path));
        File.SetLastWriteTimeUtc(Path.Combine(built, PluginManifest.FileName), DateTime.UtcNow.AddYears(-3));
        Assert.Equal(first, File.ReadAllBytes(PackageWriter.Pack(_source.Path, _feed.Path)));
    }

    [Fact]
    public void Pack_OfAChangedPlugin_OfNone_AndOfTwo_SaysWhy()
    {
        Assert.Contains("no built plugin", Refusal("SF5015", () => PackageWriter.Pack(_source.Path, _feed.Path)), StringComparison.Ordinal);
        string built = _source.Add("TableReader1");
        _source.Add("OpenCvBlur");
        Assert.Contains("2 built plugins", Refusal("SF5015", () => PackageWriter.Pack(_source.Path, _feed.Path)), StringComparison.Ordinal);
        File.AppendAllText(Directory.GetFiles(built, "*.dll")[0], "x");
        Assert.Contains("has been changed", Refusal("SF5015", () => PackageWriter.Pack(built, _feed.Path)), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_feed.Path));
    }

    [Fact]
    public void AnOlderVersion_NeedsForce_AndThenStandsBeside()
    {
        Installer().Install(PackageOf("TableReader1", "1.2.0"), force: false);
        string older = PackageOf("TableReader1", "1.1.0");
        Assert.Contains("1.2.0", Refusal("SF5010", () => Installer().Install(older, force: false)), StringComparison.Ordinal);
        Assert.Single(_shelf.Scan().Plugins);

        Assert.Equal(InstallResult.Installed, Installer().Install(older, force: true).Result);
        Assert.Equal(["1.2.0", "1.1.0"], _shelf.Scan().Plugins.Select(p => p.Manifest!.Version));
        Assert.Equal(InstallResult.Installed, Installer().Install(PackageOf("TableReader1", "1.10.0"), force: false).Result);
    }

    [Fact]
    public void OtherContentUnderTheSameVersion_NeedsForce_AndReplacesWhole()
    {
        (_, string folder, _) = Installer().Install(PackageOf("TableReader1", "1.0.0", forge => Extra(forge, "old.txt")), force: false);
        string other = PackageOf("TableReader1", "1.0.0", forge => Extra(forge, "new.txt"));
        Refusal("SF5011", () => Installer().Install(other, force: false));
        Assert.True(File.Exists(Path.Combine(folder, "old.txt")));

        Assert.Equal(InstallResult.Replaced, Installer().Install(other, force: true).Result);
        Assert.False(File.Exists(Path.Combine(folder, "old.txt")));
        Assert.True(File.Exists(Path.Combine(folder, "new.txt")));
        Assert.Null(PluginChecks.CheckFiles(Assert.Single(_shelf.Scan().Plugins)));
    }

    [Fact]
    public void AStageOfAnotherPlugin_NeedsForce()
    {
        Installer().Install(PackageOf("TableReader1", "1.0.0"), force: false);
        string twin = PackageOf("TableReader1", "1.0.0", forge => forge.EditManifest(m => m["id"] = "Somebody.Else"));
        Assert.Contains("Remove the other plugin", Refusal("SF5012", () => Installer().Install(twin, force: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void Feed_GivesTheNewestVersionInTheRange()
    {
        string id = ManifestReader.ReadPlugin(_source.Add("TableReader1")).Id;
        foreach (string version in new[] { "1.0.0", "1.9.0", "1.10.0", "2.0.0-beta.1" }) PackageOf("TableReader1", version, name: $"{id}.{version}");

        Assert.Equal($"{id}.1.10.0{PluginPackage.Extension}", Path.GetFileName(PackageFeed.Find(_feed.Path, id, null)));
        Assert.Equal($"{id}.1.0.0{PluginPackage.Extension}", Path.GetFileName(PackageFeed.Find(_feed.Path, id, "~1.0")));
        Assert.Contains("1.0.0, 1.9.0, 1.10.0", Refusal("SF5014", () => PackageFeed.Find(_feed.Path, id, "^3.0")), StringComparison.Ordinal);
        Assert.Contains("none of that id", Refusal("SF5014", () => PackageFeed.Find(_feed.Path, "Nobody", null)), StringComparison.Ordinal);
        Assert.Contains("no range", Refusal("SF5014", () => PackageFeed.Find(_feed.Path, id, "newest")), StringComparison.Ordinal);
    }

    [Fact]
    public void Remove_TakesOneVersionOrAll_AndNothingElse()
    {
        string id = ManifestReader.ReadPlugin(_source.Add("TableReader1")).Id;
        Installer().Install(PackageOf("TableReader1", "1.0.0"), force: false);
        Installer().Install(PackageOf("TableReader1", "1.1.0"), force: false);
        Installer().Install(PackageOf("OpenCvBlur", "1.0.0"), force: false);

        Assert.Equal(["1.0.0"], Installer().Remove(id, "1.0.0"));
        Assert.Equal(2, _shelf.Scan().Plugins.Count);
        Assert.Equal(["1.1.0"], Installer().Remove(id, null));
        Assert.Single(_shelf.Scan().Plugins);
        Assert.False(Directory.Exists(Path.Combine(_shelf.Path, id)));
        foreach (string absent in new[] { id, "..", "../" + Path.GetFileName(_shelf.Path), "", ".lock" })
        {
            if (absent.Length > 0) Refusal("SF5013", () => Installer().Remove(absent, null));
        }
    }

    [Fact]
    public void WhatAKilledInstallationLeft_IsSeenByNobody_AndGoesWithTheNextChange()
    {
        Installer().Install(PackageOf("TableReader1", "1.0.0"), force: false);
        string left = Path.Combine(_shelf.Path, ".installing-0123", "half");
        Directory.CreateDirectory(left);
        Assert.Single(_shelf.Scan().Plugins);
        Installer().Install(PackageOf("OpenCvBlur", "1.0.0"), force: false);
        Assert.False(Directory.Exists(Path.GetDirectoryName(left)));
    }

    [Fact]
    public void AShelfThatIsAFile_IsRefusedInASentence()
    {
        string file = Path.Combine(_feed.Path, "shelf");
        File.WriteAllText(file, "");
        string package = PackageOf("TableReader1", "1.0.0");
        Refusal("SF5016", () => new PluginInstaller(file, _shelf.Scan()).Install(package, force: false));
    }

    private static string Refusal(string code, Action act)
    {
        PluginException refusal = Assert.Throws<PluginException>(act);
        Assert.Equal(code, refusal.Problem?.Code);
        return refusal.Message;
    }

    private static Dictionary<string, string> Contents(string folder) => Directory.GetFiles(folder).ToDictionary(f => Path.GetFileName(f), FileHashes.OfFile);

    private static void Extra(PackageForge forge, string file)
    {
        forge.Add(file);
        forge.EditManifest(m => m["files"]![file] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("x"u8)));
    }

    private PluginInstaller Installer() => new(_shelf.Path, _shelf.Scan());

    private string PackageOf(string project, string version, Action<PackageForge>? change = null, string? name = null)
    {
        var forge = new PackageForge(_source.Add(project));
        forge.EditManifest(m => m["version"] = version);
        change?.Invoke(forge);
        string forged = forge.Write(_feed.Path), file = Path.Combine(_feed.Path, (name ?? Guid.NewGuid().ToString("N")) + PluginPackage.Extension);
        File.Move(forged, file);
        return file;
    }
}
