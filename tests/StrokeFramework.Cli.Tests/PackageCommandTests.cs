using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using StrokeFramework.Manifest;

namespace StrokeFramework.Cli.Tests;

public sealed class PackageCommandTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task PackInstallListRemove_IsARoundTrip()
    {
        string home = _work["home"], feed = _work["feed"];
        StrokeResult pack = await Stroke.RunAsync(["plugins", "pack", Stroke.TestShelf("TableReader2"), "--out", feed]);
        Assert.True(pack.ExitCode == 0, pack.Error);
        Assert.Equal("Example.TableReader.2.0.0.strokeplugin", Path.GetFileName(pack.Output.Trim()));

        StrokeResult install = await Stroke.RunAsync(["plugins", "install", "Example.TableReader@^2.0", "--from", feed], home);
        Assert.True(install.ExitCode == 0, install.Error);
        StrokeResult list = await Stroke.RunAsync(["plugins", "list"], home);
        Assert.Contains(list.Output.Split('\n'), l => l.StartsWith("Example.TableReader", StringComparison.Ordinal) && l.Contains(" user", StringComparison.Ordinal));

        Assert.Equal(0, (await Stroke.RunAsync(["plugins", "remove", "Example.TableReader"], home)).ExitCode);
        StrokeResult again = await Stroke.RunAsync(["plugins", "remove", "Example.TableReader"], home);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("SF5013", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_OfNothing_Ends2_WithTheWayOut()
    {
        StrokeResult result = await Stroke.RunAsync(["plugins", "install", "Example.TableReader"], _work["home"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--from", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_work["home"]));
    }

    [Fact]
    public async Task Install_KilledAtAnyMoment_LeavesTheShelfAsBeforeOrAsAfter()
    {
        // Two plugins of the same version that differ in a large file take each other's place, so that there is time to kill.
        string[] packages = [await PackageWith(1), await PackageWith(2)];
        string shelf = _work["shelf"], place = Path.Combine(shelf, "Example.TableReader", "1.0.0");
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, (await Stroke.RunAsync(["plugins", "install", packages[0], "--to", shelf])).ExitCode);
        TimeSpan whole = watch.Elapsed;
        var random = new Random(4);
        int killed = 0;
        for (int round = 1; round <= 12; round++)
        {
            byte before = Content(place);
            var after = (byte)(3 - before);
            StrokeResult result = await Stroke.RunAsync(["plugins", "install", packages[after - 1], "--to", shelf, "--force"], meanwhile: async process =>
            {
                await Task.Delay(whole * random.NextDouble());
                if (!process.HasExited) process.Kill();
            });
            if (result.ExitCode != 0) killed++;
            Assert.Null(FileHashes.DescribeDifference(place, ManifestReader.ReadPlugin(place).Files));
            Assert.True(Content(place) == after || (result.ExitCode != 0 && Content(place) == before));
        }

        Assert.True(killed >= 3, $"Only {killed} of 12 installations were killed in time.");
        Assert.Equal(0, (await Stroke.RunAsync(["plugins", "install", packages[0], "--to", shelf, "--force"])).ExitCode);
        Assert.Equal([".lock", "Example.TableReader"], Directory.GetFileSystemEntries(shelf).Select(e => Path.GetFileName(e)!).Order(StringComparer.Ordinal));
    }

    private static byte Content(string place)
    {
        using FileStream large = File.OpenRead(Path.Combine(place, "large.bin"));
        return (byte)large.ReadByte();
    }

    private async Task<string> PackageWith(byte first)
    {
        string source = Directory.GetDirectories(Directory.GetDirectories(Stroke.TestShelf("TableReader1")).Single()).Single(), folder = _work[$"plugin{first}"];
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(source)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        byte[] large = new byte[24 << 20];
        new Random(first).NextBytes(large);
        large[0] = first;
        File.WriteAllBytes(Path.Combine(folder, "large.bin"), large);
        string manifest = Path.Combine(folder, PluginManifest.FileName);
        JsonNode json = JsonNode.Parse(File.ReadAllText(manifest))!;
        json["files"]!["large.bin"] = Convert.ToHexStringLower(SHA256.HashData(large));
        File.WriteAllText(manifest, json.ToJsonString());
        StrokeResult pack = await Stroke.RunAsync(["plugins", "pack", folder, "--out", _work[$"feed{first}"]]);
        Assert.True(pack.ExitCode == 0, pack.Error);
        return pack.Output.Trim();
    }
}
