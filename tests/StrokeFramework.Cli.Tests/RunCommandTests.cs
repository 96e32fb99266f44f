using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Cli.Tests;

public sealed class RunCommandTests : IDisposable
{
    private static readonly string KMeans = Path.Combine(SharedData.RepositoryRoot, "pipelines", "kmeans-fast-marching.json");
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Run_WritesEverythingPerStudy_AndPrintsTheFigures()
    {
        _work.AddStudy("a");
        _work.AddStudy("b");

        StrokeResult result = await Stroke.RunAsync(["run", KMeans, "--input", _work.Data, "--truth", _work.Data, "--out", _work["out"]]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("Dice", result.Output, StringComparison.Ordinal);
        Assert.Contains("FPR/union", result.Output, StringComparison.Ordinal);
        foreach (string subject in new[] { "a", "b" })
        {
            string folder = Path.Combine(_work["out"], $"sub-{subject}", "ses-0001"), prefix = $"sub-{subject}_ses-0001_";
            Assert.True(File.Exists(Path.Combine(folder, prefix + "desc-lesion_mask.nii.gz")));
            Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
            Assert.True(Directory.Exists(Path.Combine(folder, prefix + "diagnostics")));
            using JsonDocument provenance = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "provenance.json")));
            Assert.Equal(4, provenance.RootElement.GetProperty("pipeline").GetProperty("nodes").EnumerateObject().Count());
            Assert.Equal(64, provenance.RootElement.GetProperty("inputs").EnumerateObject().First().Value.GetString()!.Length);
        }

        string dice = File.ReadLines(Path.Combine(_work["out"], "segmentation.csv")).First(l => l.Contains(",dice,", StringComparison.Ordinal));
        Assert.True(double.Parse(dice.Split(',')[3], CultureInfo.InvariantCulture) > 0.9, dice);
    }

    [Fact]
    public async Task Run_MaskCarriesTheInputsGeometryByteForByte()
    {
        _work.AddStudy("a");
        await Stroke.RunAsync(["run", KMeans, "--input", _work.Data, "--out", _work["out"]]);

        byte[] input = Header(_work.DwiOf("a")), mask = Header(Path.Combine(_work["out"], "sub-a", "ses-0001", "sub-a_ses-0001_desc-lesion_mask.nii.gz"));
        // dim, pixdim, units, and all of the qform and sform.
        Assert.Equal(input[40..56], mask[40..56]);
        Assert.Equal(input[76..108], mask[76..108]);
        Assert.Equal(input[123], mask[123]);
        Assert.Equal(input[252..328], mask[252..328]);
    }

    [Fact]
    public async Task Run_GivesTheSameBytesOnOneThreadAndOnTwo()
    {
        _work.AddStudy("a");
        _work.AddStudy("b");
        await Stroke.RunAsync(["run", KMeans, "--input", _work.Data, "--truth", _work.Data, "--out", _work["one"], "--threads", "1"]);
        await Stroke.RunAsync(["run", KMeans, "--input", _work.Data, "--truth", _work.Data, "--out", _work["two"], "--threads", "2"]);

        string[] files = [.. Directory.EnumerateFiles(_work["one"], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_work["one"], f)).Where(f => !f.EndsWith("provenance.json", StringComparison.Ordinal) && !f.EndsWith("report.html", StringComparison.Ordinal))];
        Assert.Contains(files, f => f.EndsWith("_mask.nii.gz", StringComparison.Ordinal));
        Assert.Contains("segmentation.csv", files);
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(_work["one"], f)), File.ReadAllBytes(Path.Combine(_work["two"], f))));
    }

    [Fact]
    public async Task Run_WithOneFileCutInHalf_FailsThatStudyAlone()
    {
        _work.AddStudy("a");
        _work.AddStudy("broken");
        _work.AddStudy("c");
        byte[] whole = File.ReadAllBytes(_work.DwiOf("broken"));
        File.WriteAllBytes(_work.DwiOf("broken"), whole[..(whole.Length / 2)]);

        StrokeResult result = await Stroke.RunAsync(["run", KMeans, "--input", _work.Data, "--out", _work["out"]]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("sub-broken_ses-0001_dwi.nii.gz", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_work["out"], "sub-a", "ses-0001", "report.html")));
        Assert.True(File.Exists(Path.Combine(_work["out"], "sub-c", "ses-0001", "report.html")));
        Assert.False(Directory.Exists(Path.Combine(_work["out"], "sub-broken")));
        Assert.Contains(File.ReadLines(Path.Combine(_work["out"], "studies.csv")), l => l.StartsWith("sub-broken_ses-0001,failed,SF4001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_OfAGraphWhosePluginIsGone_SaysNodeStageAndRemedy()
    {
        _work.AddStudy("a");
        string pipeline = _work.Pipeline("""{ "nodes": { "lesion": { "use": "threshold-from-table@^1.0", "in": { "study": "$input" } } }, "outputs": { "mask": "lesion" } }""");

        StrokeResult with = await Stroke.RunAsync(["run", pipeline, "--input", _work.Data, "--out", _work["out"], "--plugins", Stroke.TestShelf("TableReader1")]);
        StrokeResult without = await Stroke.RunAsync(["run", pipeline, "--input", _work.Data, "--out", _work["none"]]);

        Assert.True(with.ExitCode == 0, with.Error);
        Assert.Equal(2, without.ExitCode);
        string line = Assert.Single(without.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("'lesion'", line, StringComparison.Ordinal);
        Assert.Contains("'threshold-from-table'", line, StringComparison.Ordinal);
        Assert.Contains("--plugins DIR", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_work["none"]));
    }

    [Fact]
    public async Task Run_OfBadlyBehavedStages_FailsEachWithItsOwnSentence_AndTheOtherStudyGoesOn()
    {
        _work.AddStudy("a");
        foreach ((string stage, string phrase) in new[] { ("edits-its-input", "changed its input"), ("another-grid", "input's grid"), ("crashes", "fault in the plugin") })
        {
            string pipeline = _work.Pipeline($$"""{ "nodes": { "lesion": { "use": "{{stage}}", "in": { "study": "$input" } } }, "outputs": { "mask": "lesion" } }""");
            StrokeResult result = await Stroke.RunAsync(["run", pipeline, "--input", _work.Data, "--out", _work["out"], "--plugins", Stroke.TestShelf("Misbehaving")]);
            Assert.Equal(1, result.ExitCode);
            Assert.Contains(phrase, result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Run_OfAStageThatHangs_EndsByTimeoutWithExitOne()
    {
        _work.AddStudy("a");
        string pipeline = _work.Pipeline("""{ "nodes": { "lesion": { "use": "hangs", "in": { "study": "$input" } } }, "outputs": { "mask": "lesion" } }""");

        StrokeResult result = await Stroke.RunAsync(["run", pipeline, "--input", _work.Data, "--out", _work["out"], "--timeout", "0.5s", "--plugins", Stroke.TestShelf("Misbehaving")]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--timeout", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_InterruptedByTheUser_Ends130AndLeavesNothingHalfWritten()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "There is no SIGINT to send on this system.");
        Assert.SkipWhen(Signal.IsInterruptIgnored, "The tests were started with SIGINT ignored, as in the background of a shell.");
        _work.AddStudy("a");
        string pipeline = _work.Pipeline("""{ "nodes": { "lesion": { "use": "hangs", "in": { "study": "$input" } } }, "outputs": { "mask": "lesion" } }""");

        StrokeResult result = await Stroke.RunAsync(
            ["run", pipeline, "--input", _work.Data, "--out", _work["out"], "--plugins", Stroke.TestShelf("Misbehaving")],
            meanwhile: async process =>
            {
                // The folder appears just before the run starts.
                while (!Directory.Exists(_work["out"]) && !process.HasExited) await Task.Delay(50);
                await Task.Delay(1000);
                Assert.Equal(0, Signal.Send(process.Id, Signal.Interrupt));
            });

        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Cancelled", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.Exists(_work["out"]) ? Directory.EnumerateFiles(_work["out"], "*", SearchOption.AllDirectories) : []);
    }

    [Theory]
    [InlineData("--threads", "0")]
    [InlineData("--timeout", "soon")]
    [InlineData("--set", "lesion.clusters=400")]
    [InlineData("--swap", "lesion=nowhere")]
    public async Task Run_OfAWrongRequest_Ends2BeforeAnythingRuns(string option, string value)
    {
        _work.AddStudy("a");
        StrokeResult result = await Stroke.RunAsync(["run", KMeans, "--input", _work.Data, "--out", _work["out"], option, value]);

        Assert.Equal(2, result.ExitCode);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_work["out"]));
    }

    private static byte[] Header(string file)
    {
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        var header = new byte[348];
        stream.ReadExactly(header);
        return header;
    }
}
