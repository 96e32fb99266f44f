using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Cli.Tests;

public sealed class CacheTests : IDisposable
{
    private static readonly string KMeans = Path.Combine(SharedData.RepositoryRoot, "pipelines", "kmeans-fast-marching.json");
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Run_WithTheCacheASecondTime_WritesTheSameBytes()
    {
        _work.AddStudy("a");
        await RunAsync("without", "--no-cache");
        StrokeResult first = await RunAsync("first", "--cache", _work["cache"], "--explain"), second = await RunAsync("second", "--cache", _work["cache"], "--explain");

        AssertSame("without", "first");
        AssertSame("without", "second");
        Assert.Contains("lesion: ran, sub-a_ses-0001: no earlier result is known", first.Output, StringComparison.Ordinal);
        Assert.Contains("lesion: from the cache, sub-a_ses-0001", second.Output, StringComparison.Ordinal);
        Assert.Contains("from the cache", File.ReadAllText(Find("second", "report.html")), StringComparison.Ordinal);
        using JsonDocument provenance = JsonDocument.Parse(File.ReadAllText(Find("second", "provenance.json")));
        JsonElement run = provenance.RootElement.GetProperty("run");
        Assert.Equal(["normalized", "brain", "enhanced", "lesion"], run.GetProperty("fromCache").EnumerateArray().Select(n => n.GetString()));
        Assert.Empty(run.GetProperty("nodeSeconds").EnumerateObject());
    }

    [Fact]
    public async Task Run_WithAChangedParameter_SaysWhyItRan()
    {
        _work.AddStudy("a");
        await RunAsync("first", "--cache", _work["cache"]);
        StrokeResult changed = await RunAsync("changed", "--cache", _work["cache"], "--explain", "--set", "lesion.clusters=5");

        // Whether its image was kept depends on how quick the machine is; its parameters have not changed.
        Assert.DoesNotContain("enhanced: ran, sub-a_ses-0001: parameter", changed.Output, StringComparison.Ordinal);
        Assert.Contains("lesion: ran, sub-a_ses-0001: parameter clusters changed 4 -> 5", changed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithTheFolderFromTheEnvironment_KeepsItsResultsThere()
    {
        _work.AddStudy("a");
        var environment = new Dictionary<string, string> { ["STROKE_CACHE"] = _work["elsewhere"], ["STROKE_CACHE_LIMIT"] = "1GiB" };
        StrokeResult result = await Stroke.RunAsync(["run", KMeans, "--input", _work.Data, "--out", _work["out"]], environment: environment);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_work["elsewhere"], "entries"), "*", SearchOption.AllDirectories));
        Assert.StartsWith("Signature: 8a477f597d28d172789f06886806bc55", File.ReadAllText(Path.Combine(_work["elsewhere"], "CACHEDIR.TAG")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithACacheThatCannotBeWritten_WarnsOnceAndGoesOn()
    {
        _work.AddStudy("a");
        _work.AddStudy("b");
        File.WriteAllText(_work["file"], "no folder");
        StrokeResult result = await RunAsync("out", "--cache", Path.Combine(_work["file"], "cache"));

        Assert.Equal(0, result.ExitCode);
        Assert.Single(result.Error.Split('\n'), l => l.Contains("goes on without it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_WithADamagedEntry_MentionsItToThoseWhoAsk()
    {
        _work.AddStudy("a");
        await RunAsync("first", "--cache", _work["cache"]);
        foreach (string file in Directory.GetFiles(Path.Combine(_work["cache"], "entries"), "*", SearchOption.AllDirectories)) File.WriteAllText(file, "damaged");
        StrokeResult quiet = await RunAsync("second", "--cache", _work["cache"]);
        foreach (string file in Directory.GetFiles(Path.Combine(_work["cache"], "entries"), "*", SearchOption.AllDirectories)) File.WriteAllText(file, "damaged");
        StrokeResult verbose = await RunAsync("third", "--cache", _work["cache"], "--verbose");

        AssertSame("first", "second");
        AssertSame("first", "third");
        Assert.DoesNotContain("damaged", quiet.Error, StringComparison.Ordinal);
        Assert.Contains("An entry of the cache was damaged", verbose.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--no-cache", "--cache", "somewhere")]
    [InlineData("--no-cache", "--explain")]
    [InlineData("--cache-limit", "much")]
    public async Task Run_WithOptionsThatDoNotFit_Ends2(params string[] options)
    {
        _work.AddStudy("a");
        StrokeResult result = await Stroke.RunAsync(["run", KMeans, "--input", _work.Data, "--out", _work["out"], .. options]);

        Assert.Equal(2, result.ExitCode);
        Assert.False(Directory.Exists(_work["out"]));
    }

    [Fact]
    public async Task Run_KilledTenTimes_ThenGivesWhatAnUndisturbedOneDoes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files of a killed process may stay locked for a moment there.");
        for (int n = 0; n < 6; n++) _work.AddStudy($"s{n}");
        long started = Stopwatch.GetTimestamp();
        await RunAsync("without", "--no-cache");
        double whole = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var random = new Random(2020);
        int killed = 0;
        for (int n = 0; n < 10; n++)
        {
            StrokeResult result = await Stroke.RunAsync(
                ["run", KMeans, "--input", _work.Data, "--truth", _work.Data, "--out", _work["resumed"], "--cache", _work["cache"]],
                meanwhile: async process =>
                {
                    await Task.Delay((int)(whole * (0.2 + (0.7 * random.NextDouble()))), TestContext.Current.CancellationToken);
                    process.Kill();
                });
            if (result.ExitCode != 0) killed++;
        }

        StrokeResult last = await RunAsync("resumed", "--cache", _work["cache"]);

        Assert.True(killed >= 3, $"only {killed.ToString(CultureInfo.InvariantCulture)} of ten runs were killed before their end");
        Assert.DoesNotContain("Warning", last.Error, StringComparison.Ordinal);
        AssertSame("without", "resumed");
    }

    private async Task<StrokeResult> RunAsync(string output, params string[] options)
    {
        StrokeResult result = await Stroke.RunAsync(["run", KMeans, "--input", _work.Data, "--truth", _work.Data, "--out", _work[output], .. options]);
        Assert.True(result.ExitCode == 0, result.Error);
        return result;
    }

    private string Find(string output, string name) => Directory.GetFiles(_work[output], name, SearchOption.AllDirectories).Single();

    // Reports and provenance name times; of the latter, all that is not about the run itself is compared.
    private void AssertSame(string expected, string actual)
    {
        string[] files = [.. Directory.GetFiles(_work[expected], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_work[expected], f))];
        Assert.Contains(files, f => f.EndsWith("_mask.nii.gz", StringComparison.Ordinal));
        foreach (string file in files)
        {
            byte[] a = File.ReadAllBytes(Path.Combine(_work[expected], file)), b = File.ReadAllBytes(Path.Combine(_work[actual], file));
            if (file.EndsWith("provenance.json", StringComparison.Ordinal)) Assert.Equal(WithoutRun(a), WithoutRun(b));
            else if (!file.EndsWith("report.html", StringComparison.Ordinal)) Assert.True(a.AsSpan().SequenceEqual(b), file);
        }
    }

    private static string[] WithoutRun(byte[] provenance)
    {
        using JsonDocument document = JsonDocument.Parse(provenance);
        return [.. document.RootElement.EnumerateObject().Where(p => p.Name != "run").Select(p => $"{p.Name}: {p.Value.GetRawText()}")];
    }
}
