using StrokeFramework.Host.Models;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Cli.Tests;

/// <summary>What <c>stroke train</c> says about nodes that learn from images; what they learn is tried with each of them.</summary>
public sealed class ImageTrainingTests
{
    private static readonly string Pipeline = Path.Combine(SharedData.RepositoryRoot, "pipelines", "acute-dwi.json");

    [Fact]
    public async Task Train_OnStudiesOfAcuteStroke_AsksForTheirAnatomy()
    {
        using var workspace = new Workspace();
        string data = Path.Combine(SharedData.RepositoryRoot, "pipelines", "training", "acute.json");
        StrokeResult result = await Stroke.RunAsync(["train", Pipeline, "--data", data, "--out", workspace["x.model"]]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Name the folder of its images with --anatomy.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "studies": 0 }""", "asks for 0 studies")]
    [InlineData("""{ "studies": 3, "kind": "martian" }""", "does not describe synthetic studies")]
    [InlineData("""{ "studies": 3, "artefacts": false }""", "does not describe synthetic studies")]
    public async Task Train_OnADescriptionThatIsNone_SaysWhy(string json, string why)
    {
        using var workspace = new Workspace();
        File.WriteAllText(workspace["data.json"], json);
        StrokeResult result = await Stroke.RunAsync(["train", Pipeline, "--data", workspace["data.json"], "--out", workspace["x.model"]]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_OnADataSet_TakesNoAnatomy()
    {
        using var workspace = new Workspace();
        workspace.AddStudy("01");
        StrokeResult result = await Stroke.RunAsync(["train", Pipeline, "--data", workspace.Data, "--anatomy", workspace.Root, "--out", workspace["x.model"]]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--anatomy is for synthetic studies", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_OnSyntheticStudies_WritesAModelThatRuns()
    {
        using var workspace = new Workspace();
        workspace.AddStudy("01");
        File.WriteAllText(workspace["data.json"], """{ "studies": 2, "seed": 3 }""");
        string[] tiny = ["width=4", "levels=3", "maximumWidth=8", "batch=2", "patch=64", "firstStudies=1", "steps=2"];
        StrokeResult trained = await Stroke.RunAsync(["train", Pipeline, "--data", workspace["data.json"], "--out", workspace["x.model"], "--threads", "1", .. tiny.SelectMany(t => (string[])["--set", "lesion." + t])]);
        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Contains("step 2 of 2: loss", trained.Error, StringComparison.Ordinal);
        // What the file leaves out is as documented, and not the default of its type.
        Assert.Contains("difficulty 0.5", ModelFile.Read(workspace["x.model"]).Description.Card, StringComparison.Ordinal);

        StrokeResult run = await Stroke.RunAsync(["run", Pipeline, "--model", workspace["x.model"], "--input", workspace.Data, "--out", workspace["out"], "--no-cache"]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Single(Directory.GetFiles(workspace["out"], "*desc-lesion_mask.nii.gz", SearchOption.AllDirectories));
    }
}
