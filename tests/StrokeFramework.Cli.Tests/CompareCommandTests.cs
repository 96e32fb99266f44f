using System.Text.Json;

namespace StrokeFramework.Cli.Tests;

public sealed class CompareCommandTests(PhantomData data) : IClassFixture<PhantomData>
{
    private static readonly string[] Four = ["lda", "weighted-knn", "svm", "bagged-trees"];

    [Fact]
    public async Task Compare_TheFourClassifiers_OrdersThemBesideTheThesis_AndAgreesWithEvaluatingEachAlone()
    {
        string output = Path.Combine(data.Root, "four");
        StrokeResult result = await Stroke.RunAsync(
            ["compare", PhantomData.Pipeline, "--swap", "type=" + string.Join(',', Four), "--data", data.Data, "--out", output, "--folds", "2", "--lesions", "truth"]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("svm first, with an accuracy of 0.985", result.Output, StringComparison.Ordinal);
        Assert.Contains("patients, truth", result.Output, StringComparison.Ordinal);
        // All share their segmentation, so it stands there once and each study went through it once.
        Assert.Equal(10, result.Error.Split('\n').Count(l => l.Contains(": done (", StringComparison.Ordinal)));
        using JsonDocument summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "summary.json")));
        Assert.Equal(["kmeans-fast-marching"], summary.RootElement.GetProperty("segmentation").EnumerateObject().Select(s => s.Name));
        Assert.Equal(6, summary.RootElement.GetProperty("classificationPairs").GetArrayLength());
        foreach (string classifier in new[] { "lda", "svm" })
        {
            string alone = Path.Combine(data.Root, "alone-" + classifier);
            StrokeResult evaluated = await Stroke.RunAsync(["evaluate", PhantomData.Pipeline, "--swap", "type=" + classifier, "--data", data.Data, "--out", alone, "--folds", "2", "--lesions", "truth"]);
            Assert.True(evaluated.ExitCode == 0, evaluated.Error);
            Assert.Equal(PredictionsOf(alone), PredictionsOf(output, classifier));
        }
    }

    [Fact]
    public async Task Compare_TwoVersionsOfAClassifier_GivesTwoColumns_ForEachKindOfLesions()
    {
        string output = Path.Combine(data.Root, "versions");
        StrokeResult result = await Stroke.RunAsync(
        [
            "compare", PhantomData.Pipeline, "--swap", "type=one-class@1.x,one-class@2.x", "--data", data.Data, "--out", output, "--folds", "2", "--lesions", "both",
            "--plugins", Stroke.TestShelf("OneClass1"), "--plugins", Stroke.TestShelf("OneClass2"),
        ]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.DoesNotContain("the thesis", result.Output, StringComparison.Ordinal);
        using JsonDocument summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "summary.json")));
        Assert.Equal(["segmented", "truth"], summary.RootElement.GetProperty("classification").EnumerateObject().Select(s => s.Name));
        string[] header = File.ReadLines(Path.Combine(output, "compare-patients.csv")).First().Split(',');
        Assert.Equal(["one-class 1.0.0", "one-class 2.0.0"], header[^2..]);
        Assert.All(PredictionsOf(output, "one-class 1.0.0").Where(p => p.Predicted != StrokeTypes.None), p => Assert.Equal(StrokeTypes.AcuteHemorrhage, p.Predicted));
        Assert.All(PredictionsOf(output, "one-class 2.0.0").Where(p => p.Predicted != StrokeTypes.None), p => Assert.Equal(StrokeTypes.SubacuteIschemic, p.Predicted));
    }

    [Fact]
    public async Task Compare_WithOneClassifiersParameterChanged_RunsThatNodeAlone_AndGivesTheSameBytesAsWithout()
    {
        using var work = new Workspace();
        string cache = work["cache"], changed = Graph("svm", """{ "boxConstraint": 2 }""", "changed"), other = Graph("weighted-knn", "{}", "first"); // which learns from any number of rows
        string[] both = ["--data", data.Data, "--folds", "2", "--lesions", "both"];
        StrokeResult first = await Stroke.RunAsync(["compare", other, Graph("svm", "{}", "first"), .. both, "--out", work["first"], "--cache", cache]);
        StrokeResult second = await Stroke.RunAsync(["compare", other, changed, .. both, "--out", work["second"], "--cache", cache, "--explain"]);
        StrokeResult without = await Stroke.RunAsync(["compare", other, changed, .. both, "--out", work["without"], "--no-cache", "--threads", "1"]);

        Assert.True(first.ExitCode == 0 && second.ExitCode == 0 && without.ExitCode == 0, first.Error + second.Error + without.Error);
        string ran = Assert.Single(second.Output.Split('\n'), l => l.Contains(": ran, ", StringComparison.Ordinal));
        Assert.Equal("type of svm: ran, 4 times (fold 1 of 2 to fold 2 of 2 (truth)): parameter boxConstraint changed 1 -> 2", ran.TrimEnd());
        foreach (string made in new[] { "lesion", "features", "features (truth)", "examples of features", "examples of features (truth)", "agreement of lesion" })
            Assert.Contains($"{made}: from the cache, 10 times", second.Output, StringComparison.Ordinal);
        foreach (string file in Directory.EnumerateFiles(work["without"], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(work["without"], f)).Where(f => f is not ("compare-timing.csv" or "report.html")))
            Assert.True(File.ReadAllBytes(Path.Combine(work["without"], file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(work["second"], file))), file);
        // The report names times, but its pictures are made of the same masks.
        Assert.NotEmpty(Pictures("without"));
        Assert.Equal(Pictures("without"), Pictures("second"));

        string Graph(string stage, string settings, string folder)
        {
            string file = work[Path.Combine(folder, stage + ".json")];
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            string graph = File.ReadAllText(PhantomData.Pipeline).Replace("\"svm@^1.0\", \"in\"", $"\"{stage}@^1.0\", \"with\": {settings}, \"in\"", StringComparison.Ordinal);
            File.WriteAllText(file, graph);
            return file;
        }

        string[] Pictures(string output) => [.. File.ReadAllText(Path.Combine(work[output], "report.html")).Split('"').Where(t => t.StartsWith("data:image/png", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Compare_OnBothKindsOfLesions_GoesOnWithTheOneThatCanBeLearnedFrom()
    {
        using var work = new Workspace();
        foreach (string subject in new[] { "a", "b", "c", "d" }) work.AddStudy(subject);
        File.WriteAllText(Path.Combine(work.Data, "participants.tsv"), "participant_id\tstroke_type\nsub-a\tacute-ischemic\nsub-b\tacute-ischemic\nsub-c\tchronic-ischemic\nsub-d\tchronic-ischemic\n");
        string graph = work.Pipeline(
            """
            { "nodes": {
                "normalized": { "use": "normalization", "in": { "study": "$input" } },
                "brain": { "use": "background-removal", "in": { "study": "normalized" } },
                "lesion": { "use": "threshold-from-table", "in": { "study": "brain" }, "with": { "table": "1000000" } },
                "features": { "use": "statistical-features", "in": { "study": "brain", "lesions": "lesion" } },
                "type": { "use": "one-class", "in": { "features": "features" } } },
              "outputs": { "type": "type" } }
            """);
        StrokeResult result = await Stroke.RunAsync(
        [
            "compare", graph, "--swap", "type=one-class@1.x,one-class@2.x", "--data", work.Data, "--out", work["out"], "--folds", "2", "--lesions", "both",
            "--plugins", Stroke.TestShelf("TableReader1"), "--plugins", Stroke.TestShelf("OneClass1"), "--plugins", Stroke.TestShelf("OneClass2"),
        ]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("Classifiers are not compared on the lesions as segmented", result.Error, StringComparison.Ordinal);
        using JsonDocument summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(work["out"], "summary.json")));
        Assert.Equal(["truth"], summary.RootElement.GetProperty("classification").EnumerateObject().Select(s => s.Name));
    }

    [Fact]
    public async Task Compare_Segmenters_LeavesABadStudyOutOfAll_AndNamesIt()
    {
        using var work = new Workspace();
        work.AddStudy("a");
        work.AddStudy("b");
        work.AddStudy("bad");
        File.WriteAllBytes(work.DwiOf("bad"), [1, 2, 3]);
        StrokeResult result = await Stroke.RunAsync(
        [
            "compare", Segmenter(work), "--swap", "lesion=threshold-from-table@1.x,threshold-from-table@2.x,glcm", "--data", work.Data, "--out", work["out"], "--show", "b",
            "--plugins", Stroke.TestShelf("TableReader1"), "--plugins", Stroke.TestShelf("TableReader2"),
        ]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("sub-bad_ses-0001 is left out of all variants", result.Error, StringComparison.Ordinal);
        string[] rows = File.ReadAllLines(Path.Combine(work["out"], "compare-segmentation.csv"));
        Assert.Equal(["glcm", "threshold-from-table 1.0.0", "threshold-from-table 2.0.0"], rows.Skip(1).Select(r => r.Split(',')[3]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["sub-a_ses-0001", "sub-b_ses-0001"], rows.Skip(1).Select(r => r.Split(',')[0]).Distinct());
        string report = File.ReadAllText(Path.Combine(work["out"], "report.html"));
        Assert.Contains("sub-b_ses-0001, glcm", report, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-label=\"sub-a_ses-0001", report, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(work["out"], ".*"));
    }

    [Theory]
    [InlineData("five-segmenters.json")]
    [InlineData("five-segmenters-cleaned.json")]
    public async Task Compare_AGraphWithSeveralMasks_HasAColumnForEach(string graph)
    {
        using var work = new Workspace();
        work.AddStudy("a");
        StrokeResult result = await Stroke.RunAsync(["compare", Path.Combine(TestSupport.SharedData.RepositoryRoot, "pipelines", graph), "--data", work.Data, "--out", work["out"]]);

        Assert.True(result.ExitCode == 0, result.Error);
        using JsonDocument summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(work["out"], "summary.json")));
        string[] columns = [.. summary.RootElement.GetProperty("segmentation").EnumerateObject().Select(s => s.Name)];
        Assert.Contains("glcm", columns);
        Assert.Contains("kmeans-fast-marching", columns);
    }

    [Fact]
    public async Task Compare_AGraphWithTwoVersionsOfOnePlugin_HasAColumnForEach()
    {
        using var work = new Workspace();
        work.AddStudy("a");
        string graph = work.Pipeline(
            """
            { "nodes": {
                "one": { "use": "threshold-from-table@1.x", "in": { "study": "$input" }, "with": { "table": "2000" } },
                "two": { "use": "threshold-from-table@2.x", "in": { "study": "$input" }, "with": { "table": "2000" } } },
              "outputs": { "mask": "one", "newer": "two" } }
            """);
        StrokeResult result = await Stroke.RunAsync(["compare", graph, "--data", work.Data, "--out", work["out"], "--plugins", Stroke.TestShelf("TableReader1"), "--plugins", Stroke.TestShelf("TableReader2")]);

        Assert.True(result.ExitCode == 0, result.Error);
        string[][] dice = [.. File.ReadLines(Path.Combine(work["out"], "compare-segmentation.csv")).Select(l => l.Split(',')).Where(r => r[4] == "dice")];
        Assert.Equal(["threshold-from-table 1.0.0", "newer"], dice.Select(r => r[3]));
        Assert.Equal(dice[0][5], dice[1][5]);
    }

    [Theory]
    [InlineData("lesion=no-such-stage,glcm", "no installed plugin has")]
    [InlineData("nowhere=glcm", "no node 'nowhere'")]
    [InlineData("lesion=glcm", "nothing to compare")]
    public async Task Compare_OfAWrongRequest_IsASentence_AndRunsNothing(string swap, string phrase)
    {
        using var work = new Workspace();
        work.AddStudy("a");
        StrokeResult result = await Stroke.RunAsync(["compare", Segmenter(work), "--swap", swap, "--data", work.Data, "--out", work["out"], "--plugins", Stroke.TestShelf("TableReader1")]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(phrase, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["out"]));
    }

    [Fact]
    public async Task Compare_WithoutAPipeline_OrWithMoreFoldsThanPatients_Ends2()
    {
        StrokeResult none = await Stroke.RunAsync(["compare", "--data", data.Data, "--out", Path.Combine(data.Root, "none")]);
        Assert.Equal(2, none.ExitCode);
        StrokeResult folds = await Stroke.RunAsync(["compare", PhantomData.Pipeline, "--swap", "type=lda,svm", "--data", data.Data, "--out", Path.Combine(data.Root, "none"), "--folds", "50"]);
        Assert.Equal(2, folds.ExitCode);
        Assert.Contains("50 folds need at least 50 patients", folds.Error, StringComparison.Ordinal);
    }

    private static string Segmenter(Workspace work) => work.Pipeline(
        """
        { "nodes": {
            "normalized": { "use": "normalization", "in": { "study": "$input" } },
            "brain": { "use": "background-removal", "in": { "study": "normalized" } },
            "enhanced": { "use": "power-law", "in": { "study": "brain" } },
            "lesion": { "use": "threshold-from-table", "in": { "study": "enhanced" }, "with": { "table": "0.6" } } },
          "outputs": { "mask": "lesion" } }
        """);

    // What 'evaluate' says of each patient.
    private static (string Patient, string Predicted)[] PredictionsOf(string folder) =>
        [.. File.ReadLines(Path.Combine(folder, "patients.csv")).Skip(1).Select(l => l.Split(',')).Select(c => (c[0], c[2]))];

    // What 'compare' says of each patient by one technique, on the lesions of the truth.
    private static (string Patient, string Predicted)[] PredictionsOf(string folder, string technique)
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(folder, "compare-patients.csv")).Select(l => l.Split(','))];
        int column = Array.IndexOf(rows[0], technique);
        return [.. rows.Skip(1).Where(r => r[0] == "truth").Select(r => (r[1], r[column]))];
    }
}
