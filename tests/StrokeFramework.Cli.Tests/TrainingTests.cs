using System.Text.Json;

namespace StrokeFramework.Cli.Tests;

public sealed class TrainingTests(PhantomData data) : IClassFixture<PhantomData>
{
    [Fact]
    public async Task Train_Twice_GivesTheSameModel()
    {
        string again = Path.Combine(data.Root, "again.model");
        StrokeResult result = await Stroke.RunAsync(["train", PhantomData.Pipeline, "--data", data.Data, "--out", again, "--lesions", "truth", "--threads", "1"]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(File.ReadAllBytes(data.Model), File.ReadAllBytes(again));
        Assert.Contains("acute-ischemic", data.Trained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_Twice_GivesTheSameTablesAndFigures()
    {
        string first = Path.Combine(data.Root, "first"), second = Path.Combine(data.Root, "second");
        StrokeResult result = await Stroke.RunAsync(["evaluate", PhantomData.Pipeline, "--data", data.Data, "--out", first, "--folds", "2", "--lesions", "truth", "--threads", "2"]);
        await Stroke.RunAsync(["evaluate", PhantomData.Pipeline, "--data", data.Data, "--out", second, "--folds", "2", "--lesions", "truth", "--threads", "1"]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("synthetic images", result.Output, StringComparison.Ordinal);
        string[] files = [.. Directory.EnumerateFiles(first, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(first, f))];
        foreach (string expected in new[] { "segmentation.csv", "segmentation-by-class.csv", "classification.csv", "confusion.csv", "roc.csv", "timing.csv", "summary.json", "report.html" })
            Assert.Contains(expected, files);
        Assert.All(files.Where(f => f is not ("timing.csv" or "report.html")), f => Assert.Equal(File.ReadAllBytes(Path.Combine(first, f)), File.ReadAllBytes(Path.Combine(second, f))));
    }

    [Fact]
    public async Task Evaluate_WithTheCache_GivesTheSameTablesAndFitsOnlyWhatChanged()
    {
        string cache = Path.Combine(data.Root, "cache");
        string[] outputs = [.. new[] { "plain", "filled", "found" }.Select(o => Path.Combine(data.Root, o))];
        string[] request = ["evaluate", PhantomData.Pipeline, "--data", data.Data, "--folds", "2", "--lesions", "truth"];
        await Stroke.RunAsync([.. request, "--out", outputs[0], "--no-cache"]);
        await Stroke.RunAsync([.. request, "--out", outputs[1], "--cache", cache]);
        StrokeResult found = await Stroke.RunAsync([.. request, "--out", outputs[2], "--cache", cache, "--explain"]);
        StrokeResult changed = await Stroke.RunAsync([.. request, "--out", Path.Combine(data.Root, "changed"), "--cache", cache, "--explain", "--set", "type.boxConstraint=2"]);
        StrokeResult swapped = await Stroke.RunAsync([.. request, "--out", Path.Combine(data.Root, "swapped"), "--cache", cache, "--explain", "--swap", "type=weighted-knn"]);

        Assert.True(found.ExitCode == 0, found.Error);
        foreach (string file in Directory.EnumerateFiles(outputs[0], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(outputs[0], f)).Where(f => f is not ("timing.csv" or "report.html")))
            Assert.All(outputs[1..], o => Assert.True(File.ReadAllBytes(Path.Combine(outputs[0], file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(o, file))), file));
        Assert.Contains("type: from the cache, fold 1 of 2 (truth), fold 2 of 2 (truth)", found.Output, StringComparison.Ordinal);
        Assert.Contains("study,lesion,n/a,sub-", File.ReadAllText(Path.Combine(outputs[2], "timing.csv")), StringComparison.Ordinal);
        Assert.Contains(",,from cache", File.ReadAllText(Path.Combine(outputs[2], "timing.csv")), StringComparison.Ordinal);
        Assert.Contains("type: ran, fold 1 of 2 (truth), fold 2 of 2 (truth): parameter boxConstraint changed 1 -> 2", changed.Output, StringComparison.Ordinal);
        Assert.Contains("lesion: from the cache, 10 times", changed.Output, StringComparison.Ordinal);
        Assert.Contains("type: ran, fold 1 of 2 (truth), fold 2 of 2 (truth): stage changed", swapped.Output, StringComparison.Ordinal);
        Assert.Contains("features (truth): from the cache, 10 times", swapped.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithTheModel_NamesTheStrokeType()
    {
        string study = Directory.GetFiles(data.Data, "*_dwi.nii.gz", SearchOption.AllDirectories).Order().First(), output = Path.Combine(data.Root, "run");
        StrokeResult result = await Stroke.RunAsync(["run", PhantomData.Pipeline, "--input", study, "--out", output, "--model", data.Model]);

        Assert.True(result.ExitCode == 0, result.Error);
        using JsonDocument prediction = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(output, "*_prediction.json", SearchOption.AllDirectories).Single()));
        Assert.NotEmpty(prediction.RootElement.GetProperty("type").GetString()!);
        foreach (JsonElement lesion in prediction.RootElement.GetProperty("lesions").EnumerateArray())
            Assert.Equal(1, lesion.GetProperty("probabilities").EnumerateObject().Sum(p => p.Value.GetDouble()), 1e-6);
        Assert.Contains("Stroke type", File.ReadAllText(Directory.GetFiles(output, "report.html", SearchOption.AllDirectories).Single()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutAModel_SaysHowToTrain()
    {
        StrokeResult result = await Stroke.RunAsync(["run", PhantomData.Pipeline, "--input", data.Data, "--out", Path.Combine(data.Root, "none")]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("stroke train", result.Error, StringComparison.Ordinal);
        Assert.Contains("'type'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithAModelOfOtherFeatures_NamesBoth()
    {
        StrokeResult result = await Stroke.RunAsync(
            ["run", PhantomData.Pipeline, "--input", data.Data, "--out", Path.Combine(data.Root, "none"), "--model", data.Model, "--set", "features.perimeter=crofton"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("other features", result.Error, StringComparison.Ordinal);
        Assert.Contains("crofton_compactness", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithADamagedModel_Ends2()
    {
        string damaged = Path.Combine(data.Root, "damaged.model");
        byte[] bytes = File.ReadAllBytes(data.Model);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(damaged, bytes);
        StrokeResult result = await Stroke.RunAsync(["run", PhantomData.Pipeline, "--input", data.Data, "--out", Path.Combine(data.Root, "none"), "--model", damaged]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("damaged", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_OfADataSetWithoutParticipants_SaysWhatIsMissing()
    {
        using var work = new Workspace();
        work.AddStudy("a");
        StrokeResult result = await Stroke.RunAsync(["train", PhantomData.Pipeline, "--data", work.Data, "--out", work["x.model"]]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("participants.tsv", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_OnOneClassAlone_IsASentence()
    {
        using var work = new Workspace();
        work.AddStudy("a");
        work.AddStudy("b");
        File.WriteAllText(Path.Combine(work.Data, "participants.tsv"), "participant_id\tstroke_type\nsub-a\tacute-ischemic\nsub-b\tacute-ischemic\n");
        StrokeResult result = await Stroke.RunAsync(["train", PhantomData.Pipeline, "--data", work.Data, "--out", work["x.model"]]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'type' could not be trained", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(work["x.model"]));
    }
}
