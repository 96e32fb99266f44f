using System.Text.Json.Nodes;
using StrokeFramework.Manifest;

namespace StrokeFramework.Cli.Tests;

public sealed class DoctorTests : IDisposable
{
    private static readonly (string Id, string Code, Action<string, JsonObject> Spoil)[] Bad =
    [
        ("Bad.OtherContracts", "SF2001", (_, m) => m["contract"] = "9.0"),
        ("Bad.NewerContracts", "SF2002", (_, m) => m["contract"] = "1.99"),
        ("Bad.Framework", "SF2003", (_, m) => m["targetFramework"] = "net99.0"),
        ("Bad.Platform", "SF2004", (_, m) => m["runtimeIdentifier"] = "tizen-mips"),
        ("Bad.Runtime", "SF2005", (_, m) => m["runtimes"] = new JsonObject { ["abacus"] = "1.0" }),
        ("Bad.OwnContracts", "SF2006", (_, m) => m["files"]!["StrokeFramework.Abstractions.dll"] = new string('0', 64)),
        ("Bad.NoAssembly", "SF2007", (folder, _) => File.Delete(Path.Combine(folder, Assembly))),
        ("Bad.NoStage", "SF2008", (_, m) => m["stages"] = new JsonArray()),
        ("Bad.Changed", "SF2009", (folder, _) => File.AppendAllText(Path.Combine(folder, Assembly), "x")),
    ];

    private const string Assembly = "Example.Misbehaving.dll";
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Doctor_OfAShelfWithBadPluginsAlone_ExplainsEach_AndRunsNoneOfTheirCode()
    {
        string shelf = _work["shelf"], telltale = _work["telltale"];
        foreach ((string id, _, Action<string, JsonObject> spoil) in Bad) Copy(shelf, id, spoil);
        Copy(shelf, "Bad.ClaimsA", (_, m) => m["stages"]![0]!["id"] = "claimed-twice");
        Copy(shelf, "Bad.ClaimsB", (_, m) => m["stages"]![0]!["id"] = "claimed-twice");
        Directory.CreateDirectory(Path.Combine(shelf, "Bad.Unreadable", "1.0.0"));
        File.WriteAllText(Path.Combine(shelf, "Bad.Unreadable", "1.0.0", PluginManifest.FileName), "{ no manifest");
        var environment = new Dictionary<string, string> { ["EXAMPLE_TELLTALE"] = telltale };

        StrokeResult result = await Stroke.RunAsync(["plugins", "doctor", "--plugins", shelf], environment: environment);

        Assert.Equal(2, result.ExitCode);
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach ((string id, string code) in (IEnumerable<(string, string)>)[.. Bad.Select(b => (b.Id, b.Code)), ("Bad.ClaimsA", "SF2011"), ("Bad.ClaimsB", "SF2011"), ("Bad.Unreadable", "SF2010")])
        {
            int at = Array.FindIndex(lines, l => l.Contains(id, StringComparison.Ordinal) && l.EndsWith(": WRONG", StringComparison.Ordinal));
            Assert.True(at >= 0, $"{id} is not said to be wrong:\n{result.Output}");
            string[] reasons = [.. lines.Skip(at + 1).TakeWhile(l => l.StartsWith("    ", StringComparison.Ordinal)).Select(l => l.Trim())];
            Assert.Contains(reasons, r => r.Contains(code, StringComparison.Ordinal) && r.Contains(' ', StringComparison.Ordinal));
        }

        Assert.Contains($"{Bad.Length + 3} things are wrong", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output + result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(telltale), "A plugin's code ran.");

        // The telltale works: a pipeline that loads the plugin unspoilt leaves it.
        _work.AddStudy("a");
        string pipeline = _work.Pipeline("""{ "nodes": { "lesion": { "use": "returns-null", "in": { "study": "$input" } } }, "outputs": { "mask": "lesion" } }""");
        await Stroke.RunAsync(["run", pipeline, "--input", _work.Data, "--out", _work["out"], "--plugins", Stroke.TestShelf("Misbehaving")], environment: environment);
        Assert.True(File.Exists(telltale), "The telltale should tell when the plugin's code runs.");
    }

    /// <summary>A copy of a test's plugin under another name, with stages of its own, then spoilt.</summary>
    private static void Copy(string shelf, string id, Action<string, JsonObject> spoil)
    {
        string source = Directory.GetDirectories(Stroke.TestShelf("Misbehaving")).SelectMany(Directory.GetDirectories).Single(), target = Path.Combine(shelf, id, "1.0.0");
        Directory.CreateDirectory(target);
        foreach (string file in Directory.GetFiles(source)) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        string manifest = Path.Combine(target, PluginManifest.FileName);
        JsonObject content = JsonNode.Parse(File.ReadAllText(manifest))!.AsObject();
        content["id"] = id;
        foreach (JsonNode? stage in content["stages"]!.AsArray()) stage!["id"] = $"{id.ToLowerInvariant().Replace('.', '-')}-{stage["id"]}";
        spoil(target, content);
        File.WriteAllText(manifest, content.ToJsonString());
    }
}
