using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Tests.Execution;

/// <summary>A postprocessor in a graph: what arrives on its ports, and what is checked of its result.</summary>
public sealed class PostprocessorNodeTests
{
    [Fact]
    public async Task Run_GivesThePostprocessorTheSegmentationAndNoDetections()
    {
        var post = new Post((_, segmentation, detections) =>
        {
            Assert.Null(detections);
            Assert.Equal([0, 1], segmentation.Labels.Span.ToArray());
            return new(new Volume<byte>(segmentation.Geometry, new byte[] { 2, 0 }));
        });

        PipelineResult result = await RunAsync(post);

        Assert.Equal([2, 0], ((Segmentation)result.Outputs["out"]).Labels.Span.ToArray());
    }

    [Fact]
    public async Task Run_OfAPostprocessorThatEditsTheSegmentation_Fails()
    {
        var post = new Post((_, segmentation, _) =>
        {
            System.Runtime.InteropServices.MemoryMarshal.TryGetArray(segmentation.Labels.Voxels, out ArraySegment<byte> labels);
            labels.Array![0] = 1;
            return Segmentation.Empty(segmentation.Geometry);
        });

        var failed = await Assert.ThrowsAsync<StudyFailedException>(() => RunAsync(post));

        Assert.Equal("SF3003", failed.Code);
        Assert.Contains("'segmentation'", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfAPostprocessorThatAnswersOnAnotherGrid_Fails()
    {
        var post = new Post((_, _, _) => Segmentation.Empty(VolumeGeometry.FromSpacing(new(2, 1, 1), new(3, 1, 1))));
        Assert.Equal("SF3004", (await Assert.ThrowsAsync<StudyFailedException>(() => RunAsync(post))).Code);
    }

    [Fact]
    public void Ports_OfAPostprocessor_NeedStudyAndSegmentationAndMayTakeDetections()
    {
        IReadOnlyList<PortDefinition> ports = StagePorts.Inputs(StageKind.Postprocessor);
        Assert.Equal([("study", true), ("segmentation", true), ("detections", false)], ports.Select(p => (p.Name, p.Required)));
        Assert.Equal(PortType.Segmentation, StagePorts.Output(StageKind.Postprocessor));
    }

    private static Task<PipelineResult> RunAsync(Post post)
    {
        const string Graph = """
            { "nodes": {
                "found": { "use": "find", "in": { "study": "$input" } },
                "better": { "use": "improve", "in": { "study": "$input", "segmentation": "found" } } },
              "outputs": { "out": "better" } }
            """;
        (PipelineDefinition definition, _) = PipelineReader.Parse(System.Text.Encoding.UTF8.GetBytes(Graph), "test.json");
        var kinds = new Dictionary<string, StageKind> { ["found"] = StageKind.Segmenter, ["better"] = StageKind.Postprocessor };
        PlannedNode[] planned = [.. definition.Nodes.Select(n => new PlannedNode
        {
            Name = n.Name, Stage = InProcessStage.Entry(n.Name, kinds[n.Name]), Inputs = n.Inputs.ToDictionary(i => i.Port, i => i.Target), Parameters = [],
        })];
        var plan = new PipelinePlan { Definition = definition, Nodes = planned, InputNeeds = [], Outputs = [new("out", "better", PortType.Segmentation)] };
        var pipeline = new PreparedPipeline(plan, [.. planned.Select(p => new PreparedNode(p, p.Name == "found" ? new Find() : post, default))]);
        var dwi = new Volume<float>(VolumeGeometry.FromSpacing(new(2, 1, 1), new(1, 1, 1)), new float[] { 1, 2 });
        return PipelineExecutor.RunAsync(pipeline, new DiffusionStudy(dwi, "test"), "test", new ExecutionOptions { Threads = 1 }, null, TestContext.Current.CancellationToken);
    }

    private sealed class Find : Segmenter<NoSettings>
    {
        public override Segmentation Segment(DiffusionStudy study, StageContext context) =>
            new(new Volume<byte>(study.Geometry, new byte[] { 0, 1 }));
    }

    private sealed class Post(Func<DiffusionStudy, Segmentation, IReadOnlyList<Detection>?, Segmentation> work) : Postprocessor<NoSettings>
    {
        public override Segmentation Process(DiffusionStudy study, Segmentation segmentation, IReadOnlyList<Detection>? detections, StageContext context) =>
            work(study, segmentation, detections);
    }
}
