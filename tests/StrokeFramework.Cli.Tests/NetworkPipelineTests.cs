using System.Text.Json;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Cli.Tests;

/// <summary>The models that come with the program, as a user runs them.</summary>
public sealed class NetworkPipelineTests
{
    private static readonly string Folder = Path.Combine(SharedData.RepositoryRoot, "pipelines");

    [Fact]
    public async Task Run_OfTwoNetworksInOneGraph_WritesMaskAndBoxes()
    {
        using var workspace = new Workspace();
        await MakePhantomsAsync(workspace, 1);
        string pipeline = workspace.Pipeline($$"""
            { "nodes": {
                "lesion": { "use": "unet@^1.0", "in": { "study": "$input" }, "model": {{Quote("unet-acute.model")}} },
                "lesions": { "use": "rcnn@^1.0", "in": { "study": "$input" }, "with": { "channels": "dwi-adc" }, "model": {{Quote("rcnn.model")}} },
                "sure": { "use": "detection-confirmation@^1.0", "in": { "study": "$input", "segmentation": "lesion", "detections": "lesions" } } },
              "outputs": { "mask": "sure", "detections": "lesions" } }
            """);
        StrokeResult result = await Stroke.RunAsync(["run", pipeline, "--input", workspace.Data, "--out", workspace["out"], "--no-cache"]);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Single(Directory.GetFiles(workspace["out"], "*desc-lesion_mask.nii.gz", SearchOption.AllDirectories));
        using JsonDocument boxes = JsonDocument.Parse(File.ReadAllText(Assert.Single(Directory.GetFiles(workspace["out"], "*_detections.json", SearchOption.AllDirectories))));
        Assert.Equal(JsonValueKind.Array, boxes.RootElement.GetProperty("detections").ValueKind);
    }

    [Fact]
    public async Task Evaluate_OfTheDetector_JudgesItsBoxes()
    {
        using var workspace = new Workspace();
        await MakePhantomsAsync(workspace, 2);
        StrokeResult result = await Stroke.RunAsync(["evaluate", Path.Combine(Folder, "rcnn.json"), "--data", workspace.Data, "--out", workspace["out"], "--no-cache"]);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("Mean AP50", result.Output, StringComparison.Ordinal);
        foreach (string file in (string[])["detections.csv", "detection-by-class.csv", "detection-by-size.csv", "free-response.csv", "report.html"]) Assert.True(File.Exists(workspace[$"out/{file}"]), file);
        using JsonDocument summary = JsonDocument.Parse(File.ReadAllText(workspace["out/summary.json"]));
        Assert.Equal(2, summary.RootElement.GetProperty("detection").GetProperty("detections").GetProperty("studies").GetInt32());
    }

    private static string Quote(string model) => JsonSerializer.Serialize(Path.Combine(Folder, "models", model));

    private static async Task MakePhantomsAsync(Workspace workspace, int cases)
    {
        StrokeResult made = await Stroke.RunAsync(["phantom", "--out", workspace.Data, "--cases", $"{cases}", "--seed", "7", "--difficulty", "0"]);
        Assert.True(made.ExitCode == 0, made.Error);
    }
}
