using System.Text.Json;
using System.Xml.Linq;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Tests.Data;
using StrokeFramework.Host.Tests.Reporting;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class EvaluationFilesTests
{
    [Fact]
    public void Write_AFullEvaluation_WritesEveryFile()
    {
        using var folder = new TemporaryFolder();
        EvaluationFiles.Write(folder.Path, EvaluationSummary.Of(SyntheticEvaluation.Full()));
        string[] names = [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.Path, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["calibration.csv", "classification.csv", "confusion.csv", "figures/calibration.svg", "figures/confusion-patients.svg", "figures/confusion.svg", "figures/dice.svg", "figures/fnr.svg", "figures/fpr.svg", "figures/jaccard.svg", "figures/roc.svg", "figures/scatter.svg", "patients.csv", "roc.csv", "segmentation-by-class.csv", "segmentation.csv", "summary.json", "timing.csv"],
            names);
    }

    [Fact]
    public void Write_OtherTimes_ChangesTimingAlone()
    {
        using TemporaryFolder one = new(), two = new();
        EvaluationFiles.Write(one.Path, EvaluationSummary.Of(SyntheticEvaluation.Full()));
        EvaluationFiles.Write(two.Path, EvaluationSummary.Of(SyntheticEvaluation.Full(timeOffset: 1)));
        foreach (string file in Directory.EnumerateFiles(one.Path, "*", SearchOption.AllDirectories))
        {
            bool same = File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(two.Path, Path.GetRelativePath(one.Path, file))));
            Assert.Equal(Path.GetFileName(file) != "timing.csv", same);
        }
    }

    [Fact]
    public void Tables_AddUpToTheSummary()
    {
        using var folder = new TemporaryFolder();
        EvaluationResult result = SyntheticEvaluation.Full();
        EvaluationFiles.Write(folder.Path, EvaluationSummary.Of(result));
        string[][] lesions = Read(folder, "classification.csv"), confusion = Read(folder, "confusion.csv");
        int Outcome(string name) => lesions.Count(l => l[8] == name);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "summary.json")));
        JsonElement endToEnd = json.RootElement.GetProperty("endToEnd");
        Assert.Equal(Outcome("missed"), endToEnd.GetProperty("missed").GetInt32());
        Assert.Equal(Outcome("false-detection"), endToEnd.GetProperty("falseDetections").GetInt32());
        Assert.Equal(Outcome("right") + Outcome("wrong") + Outcome("missed"), endToEnd.GetProperty("truthLesions").GetInt32());
        Assert.Equal(Outcome("right") / (double)(Outcome("right") + Outcome("wrong")), json.RootElement.GetProperty("lesions").GetProperty("accuracy").GetProperty("value").GetDouble(), 12);
        Assert.Equal(Outcome("right"), confusion.Where(c => c[0] == "lesion" && c[1] == c[2]).Sum(c => int.Parse(c[3])));
        Assert.Equal(60, confusion.Where(c => c[0] == "patient").Sum(c => int.Parse(c[3])));
        Assert.Equal(60 * result.Segmentations[0].Metrics.ToList().Count, Read(folder, "segmentation.csv").Length - 1);
        Assert.All(lesions, l => Assert.Equal(lesions[0].Length, l.Length));
    }

    [Fact]
    public void Figures_SayThatTheImagesAreSynthetic()
    {
        using var folder = new TemporaryFolder();
        EvaluationFiles.Write(folder.Path, EvaluationSummary.Of(SyntheticEvaluation.Full()));
        Assert.All(Directory.EnumerateFiles(Path.Combine(folder.Path, "figures")), file =>
        {
            XElement svg = XDocument.Load(file).Root!;
            Assert.Contains(svg.Elements().Where(e => e.Name.LocalName == "text"), t => t.Value.StartsWith("synthetic images", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Write_ASegmentationOnly_WritesNoClassification()
    {
        using var folder = new TemporaryFolder();
        EvaluationFiles.Write(folder.Path, EvaluationSummary.Of(SyntheticEvaluation.Full() with { LesionPredictions = [], MissedLesions = [], Patients = [], Times = [] }));
        Assert.False(File.Exists(Path.Combine(folder.Path, "classification.csv")));
        Assert.False(File.Exists(Path.Combine(folder.Path, "roc.csv")));
        Assert.False(File.Exists(Path.Combine(folder.Path, "timing.csv")));
        Assert.True(File.Exists(Path.Combine(folder.Path, "segmentation-by-class.csv")));
    }

    private static string[][] Read(TemporaryFolder folder, string name) => [.. File.ReadLines(Path.Combine(folder.Path, name)).Select(l => l.Split(','))];
}
