using System.Text;
using System.Text.Json;
using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Tests.Execution;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Tests.Comparison;

public sealed class PreparedComparisonTests
{
    private static readonly StageEntry Preprocess = InProcessStage.Entry("count", StageKind.Preprocessor), Threshold = InProcessStage.Entry("threshold", StageKind.Segmenter);

    [Fact]
    public async Task Merge_WhatVariantsHaveInCommon_RunsOnce_AndEachColumnIsWhatItsPipelineGivesAlone()
    {
        int runs = 0;
        Variant[] variants = [Make("a", 3, () => runs++), Make("b", 6, () => runs++)];
        PreparedComparison comparison = Merge(variants);
        PipelineResult together = await RunAsync(comparison.Merged.Single());

        Assert.Equal(1, runs);
        Assert.Equal(["a", "b"], comparison.Segmentations.Select(t => t.Name));
        foreach ((Variant variant, ComparedTechnique technique) in variants.Zip(comparison.Segmentations))
        {
            PipelineResult alone = await RunAsync(variant.Prepared);
            Assert.Equal(((Segmentation)alone.Outputs["mask"]).Labels.Span.ToArray(), ((Segmentation)together.Outputs[technique.Node]).Labels.Span.ToArray());
        }
    }

    [Fact]
    public void Merge_OtherParametersOrAnotherSmallestLesion_StayApart()
    {
        PreparedComparison parameters = Merge([Make("a", 3), Make("b", 4), Make("c", 3)]);
        Assert.Equal(["a", "c"], parameters.Segmentations[0].Variants);
        Assert.Equal("b", parameters.Segmentations[1].Name);

        PreparedComparison sizes = Merge([Make("a", 3), Make("b", 3, minimum: 50)]);
        Assert.Equal(2, sizes.Merged.Count);
        Assert.Equal([0, 50], sizes.Merged.Select(m => m.Plan.Definition.MinimumLesionVolume));
        Assert.Equal([0, 1], sizes.Segmentations.Select(s => s.Merged));
    }

    [Fact]
    public void Merge_VariantsThatShareTheirMask_HaveOneColumn_NamedByWhatTheyShare()
    {
        Variant[] variants = [Make("one / x", 3, parts: ["one", "x"]), Make("one / y", 3, parts: ["one", "y"]), Make("two / x", 4, parts: ["two", "x"]), Make("two / y", 4, parts: ["two", "y"])];
        Assert.Equal(["one", "two"], Merge(variants).Segmentations.Select(t => t.Name));
    }

    [Fact]
    public void Merge_OneGraphWithSeveralMasks_HasAColumnForEach_NamedByTheOutputs()
    {
        const string nodes = """ "low": { "use": "threshold", "in": { "study": "$input" }, "with": { "t": 1 } }, "high": { "use": "threshold", "in": { "study": "$input" }, "with": { "t": 5 } } """;
        PreparedComparison comparison = Merge([Make("only", $$"""{ "nodes": { {{nodes}} }, "outputs": { "soft": "low", "mask": "high" } }""", ["", ""], () => { })]);
        // "mask" says nothing of how it was made, and the stage alone would fit both.
        Assert.Equal(["soft", "threshold 1.0.0"], comparison.Segmentations.Select(t => t.Name));
    }

    [Fact]
    public void Merge_WithNothingToCompare_SaysWhatToAdd()
    {
        var wrong = Assert.Throws<PipelineException>(() => Merge([Make("a", 3)]));
        Assert.Contains("stroke evaluate", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("--swap", wrong.Message, StringComparison.Ordinal);
    }

    private static PreparedComparison Merge(Variant[] variants) => PreparedComparison.Merge([.. variants.Select(v => v.Described)], [.. variants.Select(v => v.Prepared)]);

    private static Task<PipelineResult> RunAsync(PreparedPipeline pipeline)
    {
        var study = new DiffusionStudy(new Volume<float>(VolumeGeometry.FromSpacing(new(2, 2, 2), new(1, 1, 1)), new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }), "test");
        return PipelineExecutor.RunAsync(pipeline, study, "test", new ExecutionOptions { Threads = 2 }, null, TestContext.Current.CancellationToken);
    }

    private static Variant Make(string name, int threshold, Action? ran = null, double minimum = 0, string[]? parts = null) => Make(
        name,
        $$"""
        { "minimumLesionVolume": {{minimum}}, "nodes": {
            "pre": { "use": "count", "in": { "study": "$input" } },
            "lesion": { "use": "threshold", "in": { "study": "pre" }, "with": { "t": {{threshold}} } } },
          "outputs": { "mask": "lesion" } }
        """,
        parts ?? [name],
        ran ?? (() => { }));

    private static Variant Make(string name, string graph, string[] parts, Action ran)
    {
        (PipelineDefinition definition, _) = PipelineReader.Parse(Encoding.UTF8.GetBytes(graph), "test.json");
        PlannedNode[] planned =
        [
            .. definition.Nodes.Select(n => new PlannedNode
            {
                Name = n.Name,
                Stage = n.StageId == "count" ? Preprocess : Threshold,
                Inputs = n.Inputs.ToDictionary(i => i.Port, i => i.Target),
                Parameters = n.Parameters,
            }),
        ];
        var plan = new PipelinePlan { Definition = definition, Nodes = planned, InputNeeds = [], Outputs = [.. definition.Outputs.Select(o => new PlannedOutput(o.Name, o.Node, PortType.Segmentation))] };
        IEnumerable<PreparedNode> nodes = planned.Select(p =>
        {
            int t = p.Parameters.Count == 0 ? 0 : p.Parameters[0].Value.Value.GetInt32();
            return new PreparedNode(p, p.Stage == Preprocess ? new Counting(ran) : new Fixed(t), JsonSerializer.SerializeToElement(new { t }));
        });
        return new(new(name, parts, plan), new(plan, [.. nodes]));
    }

    private sealed record Variant(ComparisonVariant Described, PreparedPipeline Prepared);

    private sealed class Counting(Action ran) : Preprocessor<NoSettings>
    {
        public override DiffusionStudy Process(DiffusionStudy study, StageContext context)
        {
            ran();
            return study;
        }
    }

    private sealed class Fixed(int threshold) : Segmenter<NoSettings>
    {
        public override Segmentation Segment(DiffusionStudy study, StageContext context) =>
            new(new Volume<byte>(study.Geometry, study.Dwi.Span.ToArray().Select(v => v > threshold ? (byte)1 : (byte)0).ToArray()));
    }
}
