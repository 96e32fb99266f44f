using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Tests.Data;

namespace StrokeFramework.Host.Tests.Caching;

public sealed class CachedExecutionTests : IDisposable
{
    private const string None = "{}";
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];
    private readonly List<string> _remarks = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_ASecondTime_RunsNothingAndGivesTheSame()
    {
        CountingStep first = new(), second = new();
        var pipeline = TestPipeline.Chain((first, None), (second, None));
        PipelineResult without = await TestPipeline.RunAsync(pipeline, null);
        PipelineResult filled = await RunAsync(pipeline), found = await RunAsync(pipeline);

        // Without, once to fill, and no third time.
        Assert.Equal((2, 2), (first.Calls, second.Calls));
        Assert.Equal(ContentHash.Of(without.Outputs["out"]), ContentHash.Of(found.Outputs["out"]));
        Assert.Equal(filled.Nodes.Select(n => (n.OutputHash, n.Seed)), found.Nodes.Select(n => (n.OutputHash, n.Seed)));
        Assert.All(filled.Nodes, n => Assert.False(n.FromCache));
        Assert.All(found.Nodes, n => Assert.True(n.FromCache));
    }

    [Fact]
    public async Task Run_WithAChangedParameter_RunsThatNodeAndThoseBehindIt()
    {
        CountingStep first = new(), second = new(), third = new(Slow);
        await RunAsync(TestPipeline.Chain((first, None), (second, """{"term":1}"""), (third, None)));
        PipelineResult changed = await RunAsync(TestPipeline.Chain((first, None), (second, """{"term":2}"""), (third, None)), out CacheJournal journal);

        Assert.True(changed.Nodes[0].FromCache);
        Assert.False(changed.Nodes[1].FromCache);
        // The second gave the same as before, so the third, whose inputs are the same, did not run.
        Assert.True(changed.Nodes[2].FromCache);
        Assert.Contains("n1: ran, sub-test: parameter term changed 1 -> 2", journal.Describe());
    }

    [Fact]
    public async Task Run_WhoseValueWasTooQuickToKeep_MakesItAgainForTheNodeBehind()
    {
        // So much that the step is quick for it on a busy machine too.
        var big = VolumeGeometry.FromSpacing(new(256, 256, 128), new(1, 1, 1));
        float[] ones = new float[big.Size.Count];
        Array.Fill(ones, 1);
        var study = new DiffusionStudy(new Volume<float>(big, new float[big.Size.Count]), "big");
        CountingStep quick = new((s, _) => s.WithDwi(new Volume<float>(s.Geometry, ones), false)), last = new((s, _) => s.WithDwi(study.Dwi, false));
        await RunAsync(TestPipeline.Chain((quick, None), (last, """{"a":1}""")), study);
        Assert.Empty(Files("volumes"));

        PipelineResult again = await RunAsync(TestPipeline.Chain((quick, None), (last, """{"a":2}""")), study, out CacheJournal journal);

        Assert.Equal((2, 2), (quick.Calls, last.Calls));
        Assert.False(again.Nodes[0].FromCache);
        Assert.Contains(journal.Describe(), l => l.StartsWith("n0: ran, sub-test: a node behind it needs its result", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_WhoseValueWasSlowToMake_ReadsItForTheNodeBehind()
    {
        CountingStep slow = new(Slow), last = new();
        await RunAsync(TestPipeline.Chain((slow, None), (last, """{"a":1}""")));
        PipelineResult again = await RunAsync(TestPipeline.Chain((slow, None), (last, """{"a":2}""")));

        Assert.Equal((1, 2), (slow.Calls, last.Calls));
        Assert.Equal(3, ((DiffusionStudy)again.Outputs["out"]).Dwi.Span[0]);
    }

    [Theory]
    [InlineData("flip")]
    [InlineData("cut")]
    [InlineData("empty")]
    [InlineData("foreign")]
    [InlineData("remove")]
    public async Task Run_OverDamagedFiles_GivesTheSameAsWithout(string damage)
    {
        var pipeline = TestPipeline.Chain((new CountingStep(Slow), None), (new CountingStep(), None));
        string expected = ContentHash.Of((await RunAsync(pipeline)).Outputs["out"]);
        foreach (string file in Files("entries").Concat(Files("volumes")).Concat(Files("known"))) Damage(file, damage);

        PipelineResult again = await RunAsync(pipeline);

        Assert.Equal(expected, ContentHash.Of(again.Outputs["out"]));
        Assert.Empty(_warnings);
        Assert.Equal(damage != "remove", _remarks.Exists(r => r.Contains("was damaged", StringComparison.Ordinal)));
        // What was damaged has been written anew.
        Assert.All((await RunAsync(pipeline)).Nodes, n => Assert.True(n.FromCache));
    }

    [Fact]
    public async Task Run_OverADamagedImageAlone_MakesItAgain()
    {
        CountingStep slow = new(Slow);
        var pipeline = TestPipeline.Chain((slow, None));
        await RunAsync(pipeline);
        Damage(Assert.Single(Files("volumes")), "flip");

        PipelineResult again = await RunAsync(pipeline);

        Assert.Equal(2, slow.Calls);
        Assert.Equal(2, ((DiffusionStudy)again.Outputs["out"]).Dwi.Span[0]);
        Assert.Single(Files("volumes"));
    }

    [Fact]
    public async Task Run_OfAStageThatDoesNotRepeatItself_IsDoneWithoutTheCacheAndSaid()
    {
        int calls = 0;
        CountingStep fickle = new((study, _) => Slow(CountingStep.Add(study, ++calls), new()));
        await RunAsync(TestPipeline.Chain((fickle, None), (new CountingStep(), """{"a":1}""")));
        foreach (string file in Files("volumes")) File.Delete(file);

        PipelineResult result = await RunAsync(TestPipeline.Chain((fickle, None), (new CountingStep(), """{"a":2}""")));

        // The voxel 1, what the third call added, the step's own slow 1 and the next step's 1.
        Assert.Equal(1 + 3 + 1 + 1, ((DiffusionStudy)result.Outputs["out"]).Dwi.Span[0]);
        Assert.Contains("gave another result than before", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_KeepsRemarksAndDiagnostics()
    {
        Volume<float> map = TestPipeline.Study.Dwi;
        CountingStep talks = new((study, context) =>
        {
            context.Log?.Warning("a warning");
            context.Diagnostics?.Add(new ScalarDiagnostic("threshold", "A caption", 0.5, "mm"));
            context.Diagnostics?.Add(new MapDiagnostic("map", "A map", new(map.Geometry, map.Span.ToArray().Reverse().ToArray())));
            return Slow(study, context);
        });
        var pipeline = TestPipeline.Chain((talks, None));
        PipelineResult made = await RunAsync(pipeline, diagnostics: true), found = await RunAsync(pipeline, diagnostics: true);

        Assert.Equal(1, talks.Calls);
        Assert.Equal(made.Nodes[0].Remarks, found.Nodes[0].Remarks);
        Assert.Equal(made.Nodes[0].Diagnostics.Select(d => (d.Name, d.Caption)), found.Nodes[0].Diagnostics.Select(d => (d.Name, d.Caption)));
        Assert.Equal(made.Nodes[0].Diagnostics.OfType<ScalarDiagnostic>(), found.Nodes[0].Diagnostics.OfType<ScalarDiagnostic>());
        Assert.Equal(8, found.Nodes[0].Diagnostics.OfType<MapDiagnostic>().Single().Values.Span[0]);
    }

    [Fact]
    public async Task Run_ThatWantsDiagnosticsNobodyKept_RunsAgainOnce()
    {
        CountingStep step = new((study, context) =>
        {
            context.Diagnostics?.Add(new ScalarDiagnostic("n", "", 1));
            return Slow(study, context);
        });
        var pipeline = TestPipeline.Chain((step, None));
        await RunAsync(pipeline);
        PipelineResult shown = await RunAsync(pipeline, diagnostics: true);
        await RunAsync(pipeline);
        await RunAsync(pipeline, diagnostics: true);

        Assert.Equal(2, step.Calls);
        Assert.Single(shown.Nodes[0].Diagnostics);
    }

    [Fact]
    public async Task Run_DoesNotKeepASecondCopyOfTheStudysImages()
    {
        await RunAsync(TestPipeline.Chain((new CountingStep((study, _) => Slow(study, new()).WithDwi(study.Dwi, true)), None)));
        Assert.Empty(Files("volumes"));
    }

    [Fact]
    public async Task Run_OfAFailingNode_IsNotKept()
    {
        bool fails = true;
        CountingStep step = new((study, _) => fails ? throw new StageException("no brain") : study);
        await Assert.ThrowsAsync<StudyFailedException>(() => RunAsync(TestPipeline.Chain((step, None))));
        fails = false;

        Assert.False((await RunAsync(TestPipeline.Chain((step, None)))).Nodes[0].FromCache);
    }

    [Fact]
    public async Task Run_ByTwoAtTheSameTime_GivesBothTheSame()
    {
        var pipeline = TestPipeline.Chain((new CountingStep(Slow), None), (new CountingStep(), None), (new CountingStep(Slow), None));
        PipelineResult[] results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RunAsync(pipeline))));

        Assert.Single(results.Select(r => ContentHash.Of(r.Outputs["out"])).Distinct());
        Assert.Empty(_warnings);
        Assert.Empty(_remarks);
    }

    private static DiffusionStudy Slow(DiffusionStudy study, StageContext context)
    {
        Thread.Sleep(30);
        return CountingStep.Add(study, 1);
    }

    private static void Damage(string file, string how)
    {
        byte[] bytes = File.ReadAllBytes(file);
        switch (how)
        {
            case "flip":
                bytes[^20] ^= 4;
                break;
            case "cut":
                bytes = bytes[..^5];
                break;
            case "empty":
                bytes = [];
                break;
            case "foreign":
                bytes = System.Text.Encoding.UTF8.GetBytes(new string('x', 500));
                break;
            default:
                File.Delete(file);
                return;
        }

        File.WriteAllBytes(file, bytes);
    }

    private string[] Files(string kind)
    {
        string folder = Path.Combine(_folder.Path, kind);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    private Task<PipelineResult> RunAsync(PreparedPipeline pipeline, bool diagnostics = false) => RunAsync(pipeline, TestPipeline.Study, out _, diagnostics);

    private Task<PipelineResult> RunAsync(PreparedPipeline pipeline, out CacheJournal journal) => RunAsync(pipeline, TestPipeline.Study, out journal);

    private Task<PipelineResult> RunAsync(PreparedPipeline pipeline, DiffusionStudy study) => RunAsync(pipeline, study, out _);

    private Task<PipelineResult> RunAsync(PreparedPipeline pipeline, DiffusionStudy study, out CacheJournal journal, bool diagnostics = false)
    {
        ResultCache cache = ResultCache.Open(new() { Folder = _folder.Path, Warn = Keep(_warnings), Remark = Keep(_remarks) })!;
        journal = cache.Journal;
        return RunAsync(pipeline, study, cache, diagnostics);
    }

    private static async Task<PipelineResult> RunAsync(PreparedPipeline pipeline, DiffusionStudy study, ResultCache cache, bool diagnostics)
    {
        using (cache)
        {
            var options = new ExecutionOptions { Threads = 2, Cache = cache, CollectDiagnostics = diagnostics };
            return await PipelineExecutor.RunAsync(pipeline, study, "sub-test", options, null, TestContext.Current.CancellationToken);
        }
    }

    private static Action<string> Keep(List<string> list) => text =>
    {
        lock (list) list.Add(text);
    };
}
