using System.Text;
using System.Text.Json;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Tests.Execution;
using StrokeFramework.Host.Training;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Tests.Training;

/// <summary>Nodes that learn from images: what they are shown, and how an interrupted training goes on.</summary>
public sealed class ImageTrainerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stroke-train-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Train_ShowsTheStudiesAsTheNodesBeforeLeaveThem()
    {
        var learner = new Learner();
        ImageTrainingResult result = Train(learner, new());
        Assert.Equal([20, 40, 60], learner.Seen);
        Assert.Equal(3, Assert.Single(result.Nodes).Rows["synthetic"]);
        Assert.Equal("learn", Assert.Single(result.Models).Stage);
        Assert.NotNull(result.Pipeline.Nodes.Single(n => n.Plan.Name == "learn").Model);
    }

    [Fact]
    public void Train_Resumed_GoesOnWhereItStopped_AndKeepsTheCheckpointUntilTheModelIsSafe()
    {
        var options = new ImageTrainingOptions { CheckpointPath = Path.Combine(_folder, "model"), Threads = 1 };
        var interrupted = new Learner { StopAfter = 2 };
        Assert.Throws<OperationCanceledException>(() => Train(interrupted, options));
        string checkpoint = Path.Combine(_folder, "model.learn.checkpoint");
        Assert.True(File.Exists(checkpoint));

        var resumed = new Learner();
        ImageTrainingResult result = Train(resumed, options with { Resume = true });
        Assert.Equal([60], resumed.Seen);
        Assert.Equal(Train(new Learner(), new() { Threads = 1 }).Models[0].Content.ToArray(), result.Models[0].Content.ToArray());
        Assert.True(File.Exists(checkpoint)); // the model is not on disk yet
        ImageTrainer.RemoveCheckpoints(result, options.CheckpointPath!);
        Assert.False(File.Exists(checkpoint));
    }

    [Fact]
    public void Train_WithoutResume_StartsAnew()
    {
        var options = new ImageTrainingOptions { CheckpointPath = Path.Combine(_folder, "model"), Threads = 1 };
        Assert.Throws<OperationCanceledException>(() => Train(new Learner { StopAfter = 2 }, options));
        var again = new Learner();
        Train(again, options);
        Assert.Equal([20, 40, 60], again.Seen);
    }

    [Fact]
    public void Train_ResumedOnOtherDataOrWithADamagedCheckpoint_IsRefused()
    {
        var options = new ImageTrainingOptions { CheckpointPath = Path.Combine(_folder, "model"), Threads = 1, Resume = true };
        Assert.Throws<OperationCanceledException>(() => Train(new Learner { StopAfter = 2 }, options));
        Assert.Contains("of another training", Assert.Throws<DataException>(() => Train(new Learner(), options, new Numbers("other"))).Message, StringComparison.Ordinal);
        Assert.Contains("of another training", Assert.Throws<DataException>(() => Train(new Learner(), options with { Threads = 2 })).Message, StringComparison.Ordinal);

        string checkpoint = Path.Combine(_folder, "model.learn.checkpoint");
        byte[] bytes = File.ReadAllBytes(checkpoint);
        bytes[40] ^= 1;
        File.WriteAllBytes(checkpoint, bytes);
        Assert.Contains("damaged", Assert.Throws<DataException>(() => Train(new Learner(), options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_TellsHowFarItIs()
    {
        List<(string, int)> steps = [];
        Train(new Learner(), new() { Progress = (node, step) => steps.Add((node, step.Step)) });
        Assert.Equal([("learn", 1), ("learn", 2), ("learn", 3)], steps);
    }

    private static ImageTrainingResult Train(Learner learner, ImageTrainingOptions options, IImageSource? source = null)
    {
        const string Graph = """
            { "nodes": {
                "twice": { "use": "twice", "in": { "study": "$input" } },
                "learn": { "use": "learn", "in": { "study": "twice" } } },
              "outputs": { "mask": "learn" } }
            """;
        (PipelineDefinition definition, _) = PipelineReader.Parse(Encoding.UTF8.GetBytes(Graph), "test.json");
        var kinds = new Dictionary<string, StageKind> { ["twice"] = StageKind.Preprocessor, ["learn"] = StageKind.LearnedSegmenter };
        PlannedNode[] planned = [.. definition.Nodes.Select(n => new PlannedNode
        {
            Name = n.Name, Stage = InProcessStage.Entry(n.Name, kinds[n.Name]), Inputs = n.Inputs.ToDictionary(i => i.Port, i => i.Target), Parameters = [],
        })];
        var plan = new PipelinePlan { Definition = definition, Nodes = planned, InputNeeds = [], Outputs = [new("mask", "learn", PortType.Segmentation)] };
        JsonElement settings = JsonDocument.Parse("{}").RootElement;
        var pipeline = new PreparedPipeline(plan, [.. planned.Select(p => new PreparedNode(p, p.Name == "learn" ? learner : new Twice(), settings))]);
        return ImageTrainer.Train(pipeline, source ?? new Numbers("numbers"), options, TestContext.Current.CancellationToken);
    }

    private sealed class Numbers(string hash) : IImageSource
    {
        public int Count => 3;

        public IReadOnlyDictionary<string, string> Studies { get; } = new Dictionary<string, string>();

        public string DataHash => hash;

        public string Description => "Three numbers.";

        public LabelledStudy Load(int index, CancellationToken cancellation)
        {
            VolumeGeometry grid = VolumeGeometry.FromSpacing(new(1, 1, 1), new(1, 1, 1));
            return new($"{index}", new DiffusionStudy(new Volume<float>(grid, new float[] { 10 * (index + 1) }), $"{index}"), new Volume<byte>(grid, new byte[] { 1 }), StrokeTypes.AcuteIschemic);
        }
    }

    private sealed class Twice : Preprocessor<NoSettings>
    {
        public override DiffusionStudy Process(DiffusionStudy study, StageContext context) =>
            study.WithDwi(new Volume<float>(study.Geometry, new float[] { 2 * study.Dwi.Span[0] }), unitIntensity: false);
    }

    /// <summary>Adds up what it sees, and keeps the sum after each study.</summary>
    private sealed class Learner : LearnedSegmenter<NoSettings>
    {
        public List<float> Seen { get; } = [];

        public int StopAfter { get; init; } = int.MaxValue;

        public override ISegmenterModel Train(IReadOnlyList<SegmentationExample> examples, StageContext context)
        {
            TrainingSession session = context.Training!;
            float sum = 0;
            int done = 0;
            using (Stream? stream = session.Checkpoints?.Open())
            {
                if (stream is not null)
                {
                    using var reader = new BinaryReader(stream);
                    (done, sum) = (reader.ReadInt32(), reader.ReadSingle());
                }
            }

            for (; done < examples.Count;)
            {
                if (Seen.Count == StopAfter) throw new OperationCanceledException();
                Seen.Add(examples[done].Study.Dwi.Span[0]);
                sum += Seen[^1];
                done++;
                session.Checkpoints?.Write(stream =>
                {
                    using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                    writer.Write(done);
                    writer.Write(sum);
                });
                session.Steps?.Report(new(done, examples.Count, [], 1, TimeSpan.Zero));
            }

            return new Model(sum);
        }

        public override ISegmenterModel Load(Stream stream) => throw new InvalidDataException("not in this test");

        private sealed class Model(float sum) : ISegmenterModel
        {
            public Segmentation Segment(DiffusionStudy study, StageContext context) => Segmentation.Empty(study.Geometry);

            public void Save(Stream stream) => stream.Write(BitConverter.GetBytes(sum));
        }
    }
}
