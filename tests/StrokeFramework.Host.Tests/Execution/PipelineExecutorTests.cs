using System.Diagnostics;
using System.Runtime.CompilerServices;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Tests.Plugins;

namespace StrokeFramework.Host.Tests.Execution;

public sealed class PipelineExecutorTests : IDisposable
{
    private readonly TestShelf _shelf = new();

    public void Dispose() => _shelf.Dispose();

    [Fact]
    public async Task Run_GivesTheOutputsByName()
    {
        _shelf.Add("TableReader1");
        _shelf.Add("TableReader2");
        PipelineResult result = await RunAsync(
            """
            { "nodes": {
                "one": { "use": "threshold-from-table@1.x", "in": { "study": "$input" }, "with": { "table": "5" } },
                "two": { "use": "threshold-from-table@2.x", "in": { "study": "$input" }, "with": { "table": "5" } } },
              "outputs": { "first": "one", "second": "two" } }
            """);

        Assert.Equal(1, ((Segmentation)result.Outputs["first"]).Labels.Span[7]);
        Assert.Equal(2, ((Segmentation)result.Outputs["second"]).Labels.Span[7]);
        Assert.Equal(["CsvHelper 30.0.0.0", "CsvHelper 33.0.0.0"], result.Nodes.OrderBy(n => n.Node).SelectMany(n => n.Remarks).Select(r => r.Message));
    }

    [Theory]
    [InlineData("edits-its-input", "SF3003", "changed its input 'study'")]
    [InlineData("another-grid", "SF3004", "does not lie on the input's grid")]
    [InlineData("returns-null", "SF3004", "it returned nothing")]
    [InlineData("crashes", "SF3002", "IndexOutOfRangeException")]
    public async Task Run_OfAStageThatBreaksItsContract_NamesNodeStageAndPlugin(string stage, string code, string phrase)
    {
        _shelf.Add("Misbehaving");
        var failed = await Assert.ThrowsAsync<StudyFailedException>(() => RunAsync(OneNode(stage)));

        Assert.Equal(code, failed.Code);
        Assert.Contains(phrase, failed.Message, StringComparison.Ordinal);
        Assert.Contains("'lesion'", failed.Message, StringComparison.Ordinal);
        Assert.Contains($"{stage} of Example.Misbehaving 1.0.0", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfAPreprocessorThatBreaksItsPromise_SaysWhich()
    {
        _shelf.Add("Misbehaving");
        var failed = await Assert.ThrowsAsync<StudyFailedException>(() => RunAsync(
            """{ "nodes": { "brain": { "use": "breaks-its-promise", "in": { "study": "$input" } } }, "outputs": { "brain": "brain" } }"""));

        Assert.Contains("a brain mask", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfAStageThatHangs_EndsAtTheTimeout()
    {
        _shelf.Add("Misbehaving");
        long started = Stopwatch.GetTimestamp();
        var failed = await Assert.ThrowsAsync<StudyFailedException>(() => RunAsync(
            OneNode("hangs"), new ExecutionOptions { NodeTimeout = TimeSpan.FromSeconds(0.3), StopGrace = TimeSpan.FromSeconds(0.2) }));

        Assert.Equal("SF3005", failed.Code);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20), "a hanging stage must not hold up the run");
    }

    [Fact]
    public async Task Run_Cancelled_EndsEvenWhenTheStageDoesNotListen()
    {
        _shelf.Add("Misbehaving");
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(
            OneNode("hangs"), new ExecutionOptions { StopGrace = TimeSpan.FromSeconds(0.2) }, cancellation.Token));
    }

    [Fact]
    public async Task Run_LetsGoOfAVolumeAfterItsLastConsumer()
    {
        // first -> second -> third -> fourth; when the third runs, what the first made is garbage.
        var made = new List<WeakReference>();
        bool? firstAliveInFourth = null;
        var pipeline = Chain(
            new Step(study => Track(made, study)),
            new Step(study => Track(made, study)),
            new Step(study => Track(made, study)),
            new Step(study =>
            {
                for (int n = 0; n < 5 && made[0].IsAlive; n++)
                {
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                }

                firstAliveInFourth = made[0].IsAlive;
                return Track(made, study);
            }));

        await PipelineExecutor.RunAsync(pipeline, Study(), "test", new ExecutionOptions { Threads = 1 }, null, TestContext.Current.CancellationToken);

        Assert.False(firstAliveInFourth);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Run_SeedsDependOnContentAlone(int threads)
    {
        var seeds = new List<ulong>();
        var step = new Step(study => study, context =>
        {
            lock (seeds) seeds.Add(context.Seed);
        });
        await PipelineExecutor.RunAsync(Chain(step), Study(), "any name", new ExecutionOptions { Threads = threads }, null, TestContext.Current.CancellationToken);

        Assert.Equal(ContentHash.DeriveSeed(0, "step", [("study", ContentHash.Of(Study()))]), Assert.Single(seeds));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DiffusionStudy Track(List<WeakReference> made, DiffusionStudy study)
    {
        DiffusionStudy copy = study.WithDwi(new Volume<float>(study.Geometry, study.Dwi.Span.ToArray()), false);
        made.Add(new WeakReference(copy));
        return copy;
    }

    private static DiffusionStudy Study() =>
        new(new Volume<float>(VolumeGeometry.FromSpacing(new(2, 2, 2), new(1, 1, 1)), new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }), "test");

    private static string OneNode(string stage) =>
        $$"""{ "nodes": { "lesion": { "use": "{{stage}}", "in": { "study": "$input" } } }, "outputs": { "mask": "lesion" } }""";

    private static PreparedPipeline Chain(params Step[] steps)
    {
        string nodes = string.Join(", ", steps.Select((_, n) => $$"""  "n{{n}}": { "use": "step", "in": { "study": "{{(n == 0 ? "$input" : $"n{n - 1}")}}" } }"""));
        (PipelineDefinition definition, _) = PipelineReader.Parse(System.Text.Encoding.UTF8.GetBytes($$"""{ "nodes": { {{nodes}} }, "outputs": { "out": "n{{steps.Length - 1}}" } }"""), "test.json");
        var entry = InProcessStage.Entry("step", Manifest.StageKind.Preprocessor);
        PlannedNode[] planned = [.. definition.Nodes.Select(n => new PlannedNode { Name = n.Name, Stage = entry, Inputs = n.Inputs.ToDictionary(i => i.Port, i => i.Target), Parameters = [] })];
        var plan = new PipelinePlan { Definition = definition, Nodes = planned, InputNeeds = [], Outputs = [new("out", planned[^1].Name, PortType.Study)] };
        return new(plan, [.. planned.Select((p, n) => new PreparedNode(p, steps[n], default))]);
    }

    private Task<PipelineResult> RunAsync(string graph, ExecutionOptions? options = null, CancellationToken? cancellation = null)
    {
        PluginCatalog catalog = _shelf.Scan();
        (PipelineDefinition definition, IReadOnlyList<PipelineDiagnostic> form) = PipelineReader.Parse(System.Text.Encoding.UTF8.GetBytes(graph), "test.json");
        PipelinePlan plan = PipelinePlanner.Plan(definition, form, catalog, PipelineOverrides.None);
        PreparedPipeline pipeline = PreparedPipeline.Prepare(plan, new PluginHost(catalog));
        return PipelineExecutor.RunAsync(pipeline, Study(), "test", options ?? new ExecutionOptions { Threads = 2 }, null, cancellation ?? TestContext.Current.CancellationToken);
    }

    private sealed class Step(Func<DiffusionStudy, DiffusionStudy> work, Action<StageContext>? look = null) : Preprocessor<NoSettings>
    {
        public override DiffusionStudy Process(DiffusionStudy study, StageContext context)
        {
            look?.Invoke(context);
            return work(study);
        }
    }
}
