using System.Text.Json.Nodes;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Cli.Tests;

public sealed class LockCommandTests : IDisposable
{
    private readonly Workspace _work = new();
    private readonly string _pipeline;

    public LockCommandTests() => _pipeline = _work.Pipeline(
        """
        { "nodes": {
            "unit": { "use": "normalization@^1.0", "in": { "study": "$input" } },
            "brain": { "use": "background-removal@^1.0", "in": { "study": "unit" } },
            "lesion": { "use": "threshold-from-table", "in": { "study": "brain" } } },
          "outputs": { "mask": "lesion" } }
        """);

    private string LockFile => Path.ChangeExtension(_pipeline, ".lock.json");

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Locked_RunsWhileNothingDiffers_AndNamesWhatDoes()
    {
        _work.AddStudy("a");
        StrokeResult made = await LockAsync("TableReader1");
        Assert.True(made.ExitCode == 0, made.Error);
        string first = File.ReadAllText(LockFile);
        StrokeResult ran = await RunAsync("TableReader1");
        Assert.True(ran.ExitCode == 0, ran.Error);

        // A newer version of one plugin.
        StrokeResult newer = await RunAsync("TableReader2");
        Assert.Equal(2, newer.ExitCode);
        Assert.Contains("The node lesion was 'threshold-from-table of Example.TableReader@1.0.0' when it was locked, and is 'threshold-from-table of Example.TableReader@2.0.0' now.", newer.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing ran.", newer.Error, StringComparison.Ordinal);

        // Another graph.
        File.AppendAllText(_pipeline, "\n");
        StrokeResult edited = await RunAsync("TableReader1");
        Assert.Equal(2, edited.ExitCode);
        Assert.Contains("The pipeline's sha256 was", edited.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("plugin", edited.Error.Split('\n')[0], StringComparison.OrdinalIgnoreCase);

        await LockAsync("TableReader1");
        Assert.NotEqual(first, File.ReadAllText(LockFile));
        Assert.Equal(0, (await RunAsync("TableReader1")).ExitCode);
    }

    [Fact]
    public async Task Locked_WithAPluginOfOtherContent_NamesThePlugin()
    {
        _work.AddStudy("a");
        await LockAsync("TableReader1");
        JsonNode content = JsonNode.Parse(File.ReadAllText(LockFile))!;
        content["plugins"]!["Example.TableReader@1.0.0"] = new string('0', 64);
        File.WriteAllText(LockFile, content.ToJsonString());
        StrokeResult result = await RunAsync("TableReader1");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("The plugin Example.TableReader@1.0.0 was 000000000000…", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_work["out"]));
    }

    [Fact]
    public async Task Locked_WithoutALock_WithABrokenOne_AndWithOverrides_EndsInASentence()
    {
        _work.AddStudy("a");
        Assert.Contains("has no lock", (await RunAsync("TableReader1")).Error, StringComparison.Ordinal);
        File.WriteAllText(LockFile, """{ "lock": 7 }""");
        Assert.Contains("no lock of format 1", (await RunAsync("TableReader1")).Error, StringComparison.Ordinal);
        File.WriteAllText(LockFile, "{");
        Assert.Contains("cannot be read as a lock", (await RunAsync("TableReader1")).Error, StringComparison.Ordinal);
        StrokeResult overridden = await RunAsync("TableReader1", "--seed", "3");
        Assert.Equal(2, overridden.ExitCode);
        Assert.Contains("--locked", overridden.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_OfAPipelineThatNeedsAModel_AsksForIt()
    {
        string copy = _work["classify.json"];
        File.Copy(Path.Combine(SharedData.RepositoryRoot, "pipelines", "classify-svm.json"), copy);
        StrokeResult result = await Stroke.RunAsync(["lock", copy]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Give --model FILE", result.Error, StringComparison.Ordinal);

        string model = _work["any.model"];
        File.WriteAllText(model, "any content, for a lock holds its hash alone");
        StrokeResult locked = await Stroke.RunAsync(["lock", copy, "--model", model]);
        Assert.True(locked.ExitCode == 0, locked.Error);
        JsonNode content = JsonNode.Parse(File.ReadAllText(_work["classify.lock.json"]))!;
        Assert.Equal(64, content["models"]!["type"]!.GetValue<string>().Length);
        Assert.NotNull(content["runtimes"]!["opencv@4.13.0"]);
    }

    private Task<StrokeResult> LockAsync(string plugin) => Stroke.RunAsync(["lock", _pipeline, "--plugins", Stroke.TestShelf(plugin)]);

    private Task<StrokeResult> RunAsync(string plugin, params string[] more) =>
        Stroke.RunAsync(["run", _pipeline, "--locked", "--input", _work.Data, "--out", _work["out"], "--no-report", "--plugins", Stroke.TestShelf(plugin), .. more]);
}
