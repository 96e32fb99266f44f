using StrokeFramework.TestSupport;

namespace StrokeFramework.Cli.Tests;

public sealed class ShippedPipelineTests
{
    private static readonly string Folder = Path.Combine(SharedData.RepositoryRoot, "pipelines");

    public static TheoryData<string> Pipelines => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f)).Where(f => f != "pipeline.schema.json")];

    [Theory]
    [MemberData(nameof(Pipelines))]
    public async Task Pipeline_IsInOrder(string name)
    {
        StrokeResult result = await Stroke.RunAsync(["validate", Path.Combine(Folder, name)]);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    [Theory]
    [InlineData("adaptive-threshold")]
    [InlineData("classify-svm")]
    [InlineData("glcm")]
    [InlineData("kmeans-fast-marching")]
    public async Task PipelineOfVersion1_IsStillInOrder(string name)
    {
        StrokeResult result = await Stroke.RunAsync(["validate", Path.Combine(SharedData.RepositoryRoot, "tests", "graphs", "shipped-1.0", name + ".json")]);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    [Fact]
    public async Task Schema_IsThatOfTheBundledPlugins()
    {
        StrokeResult result = await Stroke.RunAsync(["schema"]);
        Assert.True(
            result.Output == File.ReadAllText(Path.Combine(Folder, "pipeline.schema.json")),
            "pipelines/pipeline.schema.json is out of date; write it anew with: ./stroke schema --out pipelines/pipeline.schema.json");
    }
}
