using System.Text;
using System.Text.Json;
using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Tests.Execution;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Tests.Caching;

/// <summary>Chains of steps that live in the test itself, run with a cache.</summary>
internal static class TestPipeline
{
    public static DiffusionStudy Study { get; } =
        new(new Volume<float>(VolumeGeometry.FromSpacing(new(2, 2, 2), new(1, 1, 1)), new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }), "test");

    /// <summary>A chain from the study; each step is a stage of its own with the settings given.</summary>
    public static PreparedPipeline Chain(params (CountingStep Step, string Settings)[] steps)
    {
        string nodes = string.Join(", ", steps.Select((_, n) => $$"""  "n{{n}}": { "use": "step", "in": { "study": "{{(n == 0 ? "$input" : $"n{n - 1}")}}" } }"""));
        (PipelineDefinition definition, _) = PipelineReader.Parse(Encoding.UTF8.GetBytes($$"""{ "nodes": { {{nodes}} }, "outputs": { "out": "n{{steps.Length - 1}}" } }"""), "test.json");
        PlannedNode[] planned =
        [
            .. definition.Nodes.Select((d, n) => new PlannedNode { Name = d.Name, Stage = InProcessStage.Entry($"step-{n}", StageKind.Preprocessor), Inputs = d.Inputs.ToDictionary(i => i.Port, i => i.Target), Parameters = [] }),
        ];
        var plan = new PipelinePlan { Definition = definition, Nodes = planned, InputNeeds = [], Outputs = [new("out", planned[^1].Name, PortType.Study)] };
        return new(plan, [.. planned.Select((p, n) => new PreparedNode(p, steps[n].Step, JsonSerializer.Deserialize<JsonElement>(steps[n].Settings)))]);
    }

    public static Task<PipelineResult> RunAsync(PreparedPipeline pipeline, ResultCache? cache, bool diagnostics = false) =>
        PipelineExecutor.RunAsync(pipeline, Study, "sub-test", new ExecutionOptions { Threads = 2, Cache = cache, CollectDiagnostics = diagnostics }, null, TestContext.Current.CancellationToken);
}
