using System.Text.Json;
using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Tests.Execution;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Tests.Caching;

public sealed class CacheKeysTests
{
    private static readonly FeatureSchema Schema = new([new("area", "mm²", "")]);

    [Fact]
    public void OfNode_ForTheSame_IsTheSame() => Assert.Equal(KeyOf(Node()), KeyOf(Node()));

    [Fact]
    public void OfNode_ChangesWithWhateverTheResultDependsOn()
    {
        string[] keys =
        [
            KeyOf(Node()),
            KeyOf(Node(stage: "other")),
            KeyOf(Node(algorithm: "2")),
            KeyOf(Node(version: "1.0.1")),
            KeyOf(Node(file: "feed")),
            KeyOf(Node(settings: """{"gamma":0.5,"clusters":3}""")),
            KeyOf(Node(settings: """{"gamma":0.4,"clusters":3,"extra":null}""")),
            KeyOf(Node(runtime: "4.13.0 cafe")),
            KeyOf(Node(model: 1)),
            KeyOf(Node(model: 2)),
            KeyOf(Node(), seed: 8),
            KeyOf(Node(), input: "22"),
            CacheKeys.OfNode(Node(), 7, [("other", "11")], 0, null).Hash,
            CacheKeys.OfNode(Node(), 7, [("study", "11"), ("segmentation", "11")], 0, null).Hash,
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void OfNode_DoesNotChangeWithTheNodesName() => Assert.Equal(KeyOf(Node(name: "a")), KeyOf(Node(name: "b")));

    [Fact]
    public void OfNode_ThatMeasuresLesions_ChangesWithTheSmallestLesionUnlessLesionsAreGiven()
    {
        PreparedNode extractor = Node(kind: StageKind.FeatureExtractor), segmenter = Node(kind: StageKind.Segmenter);

        Assert.NotEqual(KeyOf(extractor, minimum: 0), KeyOf(extractor, minimum: 100));
        Assert.NotEqual(KeyOf(extractor), KeyOf(extractor, given: "aa"));
        Assert.NotEqual(KeyOf(extractor, given: "aa"), KeyOf(extractor, given: "bb"));
        Assert.Equal(KeyOf(extractor, minimum: 0, given: "aa"), KeyOf(extractor, minimum: 100, given: "aa"));
        Assert.Equal(KeyOf(segmenter, minimum: 0), KeyOf(segmenter, minimum: 100));
    }

    [Fact]
    public void OfFit_ChangesWithRowsLabelsPatientsAndParameters()
    {
        string[] keys =
        [
            FitOf(Node(), [1, 2], ["x", "y"], ["p", "q"]),
            FitOf(Node(), [1, 3], ["x", "y"], ["p", "q"]),
            FitOf(Node(), [1, 2], ["x", "x"], ["p", "q"]),
            FitOf(Node(), [1, 2], ["x", "y"], ["p", "p"]),
            FitOf(Node(settings: """{"gamma":9}"""), [1, 2], ["x", "y"], ["p", "q"]),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[0], FitOf(Node(), [1, 2], ["x", "y"], ["p", "q"]));
    }

    [Fact]
    public void OfStudy_ChangesWithFilesRolesAndSubject()
    {
        string[] keys =
        [
            StudyOf("a", null, ("DWI", "x.nii", "11")),
            StudyOf("b", null, ("DWI", "x.nii", "11")),
            StudyOf("a", "1", ("DWI", "x.nii", "11")),
            StudyOf("a", null, ("DWI", "x.nii", "12")),
            StudyOf("a", null, ("DWI", "x.png", "11")),
            StudyOf("a", null, ("DWI", "x.nii", "11"), ("ADC", "y.nii", "13")),
            StudyOf("a", null, ("DWI", "x.nii", "11"), ("b0", "y.nii", "13")),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    private static string StudyOf(string subject, string? session, params (string, string, string)[] files) => CacheKeys.OfStudy(subject, session, files).Hash;

    private static string FitOf(PreparedNode node, double[] values, string[] labels, string[] patients) =>
        CacheKeys.OfFit(node, 7, new(new(Schema, [.. values.Select((v, n) => new FeatureRow(n + 1, null, new[] { v }))]), labels, patients)).Hash;

    private static string KeyOf(PreparedNode node, ulong seed = 7, string input = "11", double minimum = 0, string? given = null) =>
        CacheKeys.OfNode(node, seed, [("study", input)], minimum, given).Hash;

    private static PreparedNode Node(
        string name = "node", string stage = "step", string algorithm = "1", string version = "1.0.0", string file = "beef", string settings = """{"gamma":0.4,"clusters":3}""", string? runtime = null, int? model = null, StageKind kind = StageKind.Preprocessor)
    {
        StageEntry entry = InProcessStage.Entry(stage, kind);
        PluginManifest manifest = entry.Plugin.Manifest! with { Version = version, Files = new Dictionary<string, string> { ["Test.dll"] = file } };
        StageManifest described = entry.Stage with { AlgorithmVersion = algorithm };
        var plan = new PlannedNode { Name = name, Stage = new(new PluginEntry("", new("", "test"), manifest, []), described), Inputs = new Dictionary<string, string>(), Parameters = [] };
        var node = new PreparedNode(plan, new CountingStep(), JsonSerializer.Deserialize<JsonElement>(settings))
        {
            Runtimes = runtime is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["opencv"] = runtime },
        };
        return model is { } number ? node.With(new NumberModel(number)) : node;
    }

    private sealed class NumberModel(int number) : IModel
    {
        public void Save(Stream stream) => stream.Write(BitConverter.GetBytes(number));
    }
}
