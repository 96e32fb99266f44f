using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Tests.Plugins;

namespace StrokeFramework.Host.Tests.Pipelines;

public sealed class PipelinePlannerTests : IDisposable
{
    private const string Good =
        """{ "nodes": { "lesion": { "use": "threshold-from-table@^1.0", "in": { "study": "$input" } } }, "outputs": { "mask": "lesion" } }""";

    private readonly TestShelf _shelf = new();
    private readonly PluginCatalog _catalog;

    public PipelinePlannerTests()
    {
        _shelf.Add("TableReader1");
        _shelf.Add("TableReader2");
        _shelf.Add("Misbehaving");
        _catalog = _shelf.Scan();
    }

    public void Dispose() => _shelf.Dispose();

    [Theory]
    [InlineData("^1.0", "1.0.0")]
    [InlineData("2.x", "2.0.0")]
    [InlineData(">=1", "2.0.0")]
    [InlineData("1.0.0", "1.0.0")]
    public void Plan_ChoosesTheNewestVersionInTheRange(string range, string expected)
    {
        PipelinePlan plan = Plan(Good.Replace("^1.0", range, StringComparison.Ordinal));
        Assert.Equal(expected, Assert.Single(plan.Nodes).Stage.Plugin.Manifest!.Version);
    }

    [Fact]
    public void Plan_WithoutARange_TakesTheNewest() =>
        Assert.Equal("2.0.0", Assert.Single(Plan(Good.Replace("@^1.0", "", StringComparison.Ordinal)).Nodes).Stage.Plugin.Manifest!.Version);

    [Fact]
    public void Plan_OfEightDifferentMistakes_SaysEachAtItsLine()
    {
        const string graph =
            """
            {
              "nodse": {},
              "nodes": {
                "a": { "use": "threshold-from-tabel", "in": { "study": "$input" } },
                "b": { "use": "threshold-from-table@^9.0", "in": { "study": "$input" } },
                "c": { "use": "threshold-from-table@^1.0", "in": { "study": "$inptu" } },
                "d": { "use": "threshold-from-table@^1.0", "in": { "study": "a" },
                       "with": { "tabel": "5" } },
                "e": { "use": "threshold-from-table@^1.0", "in": { "study": "c" } },
                "f": { "use": "threshold-from-table@^1.0" },
                "g": { "use": "threshold-from-table@^1.0", "in": { "study": "$input" },
                       "with": { "table": 5 } },
                "h": { "use": "threshold-from-table@^1.0", "in": { "study": "$input" } }
              },
              "outputs": { "a": "a", "b": "b", "d": "d", "e": "e", "f": "f", "g": "g" }
            }
            """;

        var refused = Assert.Throws<PipelineException>(() => Plan(graph));

        Assert.Equal(
            [("SF1002", 2), ("SF1006", 4), ("SF1007", 5), ("SF1011", 6), ("SF1016", 8), ("SF1012", 9), ("SF1010", 10), ("SF1017", 12), ("SF1014", 13)],
            refused.Diagnostics.OrderBy(d => d.Position!.Value.Line).Select(d => (d.Code, d.Position!.Value.Line)));
        Assert.All(refused.Diagnostics, d => Assert.NotEmpty(d.Remedy));
        Assert.Contains("threshold-from-table'", refused.Diagnostics.First(d => d.Code == "SF1006").Remedy, StringComparison.Ordinal);
        Assert.Contains("'$input'", refused.Diagnostics.First(d => d.Code == "SF1011").Remedy, StringComparison.Ordinal);
        Assert.Contains("test.json(12,", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_OfACycle_ShowsTheCircle()
    {
        const string graph =
            """
            { "nodes": {
                "a": { "use": "breaks-its-promise", "in": { "study": "b" } },
                "b": { "use": "breaks-its-promise", "in": { "study": "a" } } },
              "outputs": { "x": "b" } }
            """;
        PipelineDiagnostic cycle = Assert.Single(Assert.Throws<PipelineException>(() => Plan(graph)).Diagnostics);
        Assert.Equal("SF1013", cycle.Code);
        Assert.Contains("a <- b <- a", cycle.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_OfAMemberThatStandsTwice_SaysWhereTheFirstIs()
    {
        const string graph =
            """
            { "nodes": {
                "a": { "use": "hangs", "in": { "study": "$input" } },
                "a": { "use": "hangs", "in": { "study": "$input" } } },
              "outputs": { "mask": "a" } }
            """;
        PipelineDiagnostic twice = Assert.Single(Assert.Throws<PipelineException>(() => Plan(graph)).Diagnostics);
        Assert.Equal(("SF1005", 3), (twice.Code, twice.Position!.Value.Line));
        Assert.Contains("line 2", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_OfAnOutputOfAnotherType_IsRefused()
    {
        var refused = Assert.Throws<PipelineException>(() => Plan(Good.Replace("\"mask\"", "\"features\"", StringComparison.Ordinal)));
        Assert.Equal("SF1012", Assert.Single(refused.Diagnostics).Code);
    }

    [Theory]
    [InlineData("{ \"nodes\": ")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("{} {}")]
    public void Plan_OfWhatIsNotJson_PointsAtThePlace(string text)
    {
        PipelineDiagnostic diagnostic = Assert.Single(Assert.Throws<PipelineException>(() => Plan(text)).Diagnostics);
        Assert.Equal("SF1001", diagnostic.Code);
        Assert.NotNull(diagnostic.Position);
    }

    [Fact]
    public void Plan_WithCommentsAndTrailingCommas_IsFine() =>
        Assert.Single(Plan(Good.Replace("\"nodes\":", "// the stages\n \"nodes\":", StringComparison.Ordinal).Replace("\"lesion\" }", "\"lesion\", }", StringComparison.Ordinal)).Nodes);

    [Fact]
    public void Plan_OfAStageWhosePluginIsRefused_SaysWhy()
    {
        foreach (string folder in Directory.GetDirectories(Path.Combine(_shelf.Path, "Example.TableReader"))) TestShelf.EditManifest(folder, m => m["contract"] = "9.0");

        PipelineDiagnostic refused = Assert.Single(Assert.Throws<PipelineException>(() => Plan(Good, catalog: _shelf.Scan())).Diagnostics);

        Assert.Equal("SF1008", refused.Code);
        Assert.Contains("contracts 9.0", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_ChangesAParameter_AndNeedsNoQuotes()
    {
        PipelinePlan plan = Plan(Good, new PipelineOverrides { Sets = ["lesion.table=abc"] });
        Assert.Equal("abc", Assert.Single(Assert.Single(plan.Nodes).Parameters).Value.Value.GetString());
    }

    [Theory]
    [InlineData("lesoin.table=1", "SF1021")]
    [InlineData("lesion.tabel=x", "SF1016")]
    [InlineData("lesion.table=5", "SF1017")]
    [InlineData("lesion", "SF1021")]
    public void Set_OfSomethingWrong_NamesTheOption(string set, string code)
    {
        PipelineDiagnostic diagnostic = Assert.Single(Assert.Throws<PipelineException>(() => Plan(Good, new PipelineOverrides { Sets = [set] })).Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.Equal($"--set {set}", diagnostic.Path);
        Assert.Null(diagnostic.Position);
    }

    [Fact]
    public void Swap_UsesAnotherStageOrVersion()
    {
        Assert.Equal("2.0.0", Assert.Single(Plan(Good, new PipelineOverrides { Swaps = ["lesion=threshold-from-table@2"] }).Nodes).Stage.Plugin.Manifest!.Version);
        Assert.Equal("hangs", Assert.Single(Plan(Good, new PipelineOverrides { Swaps = ["lesion=hangs"] }).Nodes).Stage.Stage.Id);
    }

    [Fact]
    public async Task Schema_AcceptsTheGoodGraph_AndRefusesAWrongParameter()
    {
        NJsonSchema.JsonSchema schema = await NJsonSchema.JsonSchema.FromJsonAsync(PipelineSchema.Export(_catalog), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Good));
        Assert.Contains("threshold-from-table", schema.Definitions.Keys);
        Assert.Contains("A table with one cell.", schema.Definitions["threshold-from-table"].Properties["table"].Description!, StringComparison.Ordinal);
    }

    private PipelinePlan Plan(string graph, PipelineOverrides? overrides = null, PluginCatalog? catalog = null)
    {
        (PipelineDefinition definition, IReadOnlyList<PipelineDiagnostic> form) = PipelineReader.Parse(System.Text.Encoding.UTF8.GetBytes(graph), "test.json");
        return PipelinePlanner.Plan(definition, form, catalog ?? _catalog, overrides ?? PipelineOverrides.None);
    }
}
