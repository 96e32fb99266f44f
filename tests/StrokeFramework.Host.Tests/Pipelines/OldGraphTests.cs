using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Tests.Plugins;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Host.Tests.Pipelines;

public sealed class OldGraphTests : IDisposable
{
    private readonly TestShelf _shelf = new();

    public OldGraphTests() => _shelf.Add("Renamed");

    public void Dispose() => _shelf.Dispose();

    [Theory]
    [InlineData("everything-renamed", """{"level":0.7,"radius":15,"where":"brain"}""", "the stage is called 'grown-threshold' now; 'threshold' is 'level' now; 'radiusCm' 1.5 is 'radius' 15 now; 'where' \"inside\" is \"brain\" now.")]
    [InlineData("older-name-in-range", """{"level":0.6,"radius":2.5,"where":"brain"}""", "the stage is called 'grown-threshold' now; 'reachCm' 0.25 is 'radius' 2.5 now.")]
    [InlineData("present-names-old-range", """{"level":0.5,"radius":0,"where":"everywhere"}""", "nothing that it sets has changed.")]
    public void OldGraph_RunsWithWhatItMeant_AndSaysWhatChanged(string graph, string settings, string changes)
    {
        PipelinePlan plan = PipelinePlanner.Plan(Graph(graph), _shelf.Scan());
        PipelineDiagnostic remark = Assert.Single(plan.Migrations);
        Assert.Equal("SF1024", remark.Code);
        Assert.EndsWith($"is run by Example.Renamed 2.1.0: {changes}", remark.Message, StringComparison.Ordinal);
        PreparedNode node = Assert.Single(PreparedPipeline.Prepare(plan, new PluginHost(_shelf.Scan())).Nodes);
        Assert.Equal(settings, node.Settings.GetRawText());
    }

    [Fact]
    public void GraphOfToday_IsLeftAlone()
    {
        using var file = new TemporaryGraph("""{ "nodes": { "lesion": { "use": "grown-threshold@^2.0", "in": { "study": "$input" }, "with": { "radius": 15 } } }, "outputs": { "mask": "lesion" } }""");
        Assert.Empty(PipelinePlanner.Plan(file.Path, _shelf.Scan()).Migrations);
    }

    [Theory]
    [InlineData("grown-threshold@^1.0", "{}", "SF1007")]
    [InlineData("grown-threshold@^3.0", "{}", "SF1007")]
    [InlineData("former-threshold@^1.3", "{}", "SF1006")]
    [InlineData("bright-threshold@^1.3", """{ "threshold": 0.7, "level": 0.7 }""", "SF1016")]
    [InlineData("bright-threshold@^1.3", """{ "radiusCm": 11 }""", "SF1017")]
    [InlineData("bright-threshold@^1.3", """{ "where": "outside" }""", "SF1017")]
    public void GraphThatIsNotUnderstood_IsRefused(string use, string settings, string code)
    {
        using var file = new TemporaryGraph($$"""{ "nodes": { "lesion": { "use": "{{use}}", "in": { "study": "$input" }, "with": {{settings}} } }, "outputs": { "mask": "lesion" } }""");
        PipelineException refusal = Assert.Throws<PipelineException>(() => PipelinePlanner.Plan(file.Path, _shelf.Scan()));
        Assert.Contains(refusal.Diagnostics, d => d.Code == code);
    }

    private static string Graph(string name) => Path.Combine(SharedData.RepositoryRoot, "tests", "graphs", "old", name + ".json");
}
