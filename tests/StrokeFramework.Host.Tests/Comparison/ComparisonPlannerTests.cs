using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Tests.Data;
using StrokeFramework.Host.Tests.Plugins;

namespace StrokeFramework.Host.Tests.Comparison;

public sealed class ComparisonPlannerTests : IDisposable
{
    private readonly TestShelf _shelf = new();
    private readonly TemporaryFolder _folder = new();

    public ComparisonPlannerTests()
    {
        _shelf.Add("TableReader1");
        _shelf.Add("TableReader2");
        _shelf.Add("Misbehaving");
    }

    public void Dispose()
    {
        _shelf.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Plan_TwoVersionsOfOnePlugin_AreNamedByTheirVersions()
    {
        IReadOnlyList<ComparisonVariant> variants = Plan([Graph("one")], "lesion=threshold-from-table@1.x,threshold-from-table@^2.0");
        Assert.Equal(["threshold-from-table 1.0.0", "threshold-from-table 2.0.0"], variants.Select(v => v.Name));
        Assert.Equal(["1.0.0", "2.0.0"], variants.Select(v => v.Plan.Nodes[0].Stage.Plugin.Manifest!.Version));
    }

    [Fact]
    public void Plan_PipelinesTimesSwaps_GivesEveryCombination_UnderOneSeed()
    {
        IReadOnlyList<ComparisonVariant> variants = Plan([Graph("one", seed: 7), Graph("two", seed: 8)], "lesion=threshold-from-table,crashes");
        Assert.Equal(["one / threshold-from-table", "one / crashes", "two / threshold-from-table", "two / crashes"], variants.Select(v => v.Name));
        Assert.All(variants, v => Assert.Equal(7u, v.Plan.Definition.Seed));
    }

    [Fact]
    public void Plan_OneAlternative_IsNoPartOfTheName() =>
        Assert.Equal(["one", "two"], Plan([Graph("one"), Graph("two")], "lesion=crashes").Select(v => v.Name));

    [Fact]
    public void Plan_EverythingWrongInAnyVariant_IsReportedTogether_AndOnce()
    {
        var wrong = Assert.Throws<PipelineException>(() => Plan([Graph("one"), Graph("two"), Path.Combine(_folder.Path, "none.json")], "lesion=no-such-stage,crashes,threshold-from-table@^9", "nowhere=crashes,hangs", "x"));
        string[] lines = wrong.Message.Split(Environment.NewLine);
        Assert.Contains(lines, l => l.Contains("--swap x", StringComparison.Ordinal) && l.Contains("node=stage", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("There is no pipeline", StringComparison.Ordinal));
        foreach (string graph in new[] { "one.json", "two.json" })
        {
            Assert.Single(lines, l => l.Contains(graph, StringComparison.Ordinal) && l.Contains("'no-such-stage', which no installed plugin has", StringComparison.Ordinal));
            Assert.Single(lines, l => l.Contains(graph, StringComparison.Ordinal) && l.Contains("satisfies ^9", StringComparison.Ordinal));
            Assert.Contains(lines, l => l.Contains(graph, StringComparison.Ordinal) && l.Contains("no node 'nowhere'", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("lesion=crashes,crashes", "given twice")]
    [InlineData("lesion=threshold-from-table@1.x,threshold-from-table@1.0.0", "one and the same, 'threshold-from-table 1.0.0'")]
    [InlineData("lesion=crashes,,hangs", "node=stage")]
    public void Plan_AlternativesThatSayNothing_AreRefused(string swap, string phrase) =>
        Assert.Contains(phrase, Assert.Throws<PipelineException>(() => Plan([Graph("one")], swap)).Message, StringComparison.Ordinal);

    [Fact]
    public void Plan_TooManyVariants_AreCounted()
    {
        string nodes = string.Join(',', Enumerable.Range(0, 65).Select(n => $"s{n}"));
        Assert.Contains("65 variants", Assert.Throws<PipelineException>(() => Plan([Graph("one")], $"lesion={nodes}")).Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<ComparisonVariant> Plan(IReadOnlyList<string> files, params string[] swaps) => ComparisonPlanner.Plan(new() { Pipelines = files, Swaps = swaps }, _shelf.Scan());

    private string Graph(string name, int seed = 1)
    {
        string file = Path.Combine(_folder.Path, name + ".json");
        File.WriteAllText(file, $$"""{ "seed": {{seed}}, "nodes": { "lesion": { "use": "threshold-from-table", "in": { "study": "$input" } } }, "outputs": { "mask": "lesion" } }""");
        return file;
    }
}
