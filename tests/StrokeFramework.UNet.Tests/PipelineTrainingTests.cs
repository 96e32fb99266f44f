using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Models;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Training;

namespace StrokeFramework.UNet.Tests;

/// <summary>The whole way that <c>stroke train</c> and <c>stroke run</c> go, with a network that learns in seconds.</summary>
public sealed class PipelineTrainingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unet-tests-").FullName;

    private string Model => Path.Combine(_folder, "unet.model");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Model_TrainedAndWritten_SegmentsInAPipeline()
    {
        TrainingResult result = Train(new() { Threads = 1 });
        result.File.Write(Model);
        // Two before the first step, and one more for each three of the eight steps.
        Assert.Equal(4, Assert.Single(result.Nodes).Rows["synthetic"]);
        PreparedPipeline bound = ModelBinder.Bind(Prepare(), Model);
        SegmentationExample head = Heads.Make(40);
        PipelineResult run = await PipelineExecutor.RunAsync(bound, head.Study, "head", new ExecutionOptions(), null, CancellationToken.None);
        Segmentation found = Assert.IsType<Segmentation>(run.Outputs["mask"]);
        Assert.NotNull(found.Probability);
        Assert.Same(head.Study.Geometry, found.Geometry);
    }

    [Fact]
    public void Train_OfAnotherKind_DoesNotGoOnFromACheckpoint()
    {
        Interrupt();
        Assert.Single(Directory.GetFiles(_folder, "*.checkpoint"));
        DataException e = Assert.Throws<DataException>(() => Train(new() { Threads = 1, CheckpointPath = Model, Resume = true }, studies: 5));
        Assert.Contains("is of another training", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Resumed_GivesTheSameModel()
    {
        Interrupt();
        byte[] resumed = Bytes(Train(new() { Threads = 1, CheckpointPath = Model, Resume = true }));
        Assert.Equal(Bytes(Train(new() { Threads = 1 })), resumed);
    }

    [Fact]
    public void Train_FromAModel_GoesOnFromIt()
    {
        Train(new()).File.Write(Model);
        Assert.NotEqual(Bytes(Train(new())), Bytes(Train(new() { InitialModel = Model })));
        Assert.Throws<ModelException>(() => Train(new() { InitialModel = Path.Combine(_folder, "none.model") }));
    }

    /// <summary>Stops a training when it asks for its fourth study, after six of eight steps.</summary>
    private void Interrupt()
    {
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Train(new() { Threads = 1, CheckpointPath = Model }, asked: StopAtTheFourth, cancellation: stop.Token));

        void StopAtTheFourth(int number)
        {
            if (number == 3) stop.Cancel();
        }
    }

    private TrainingResult Train(ImageTrainingOptions options, int studies = 6, Action<int>? asked = null, CancellationToken cancellation = default)
    {
        var images = new HeadImages(studies, asked);
        return PipelineTrainer.Gather(ImageTrainer.Train(Prepare(), images, options, cancellation), images, "tests");
    }

    private static byte[] Bytes(TrainingResult result) => Assert.Single(result.File.Nodes).Content.ToArray();

    private PreparedPipeline Prepare()
    {
        string graph = Path.Combine(_folder, "graph.json");
        // The state is kept after each step.
        string settings = UNetStage.Tiny.Replace("\"steps\": 8", "\"steps\": 8, \"checkpointInterval\": 0", StringComparison.Ordinal);
        File.WriteAllText(graph, $$"""
            { "name": "heads", "seed": 4, "nodes": { "lesion": { "use": "unet@^1.0", "in": { "study": "$input" }, "with": {{settings}} } }, "outputs": { "mask": "lesion" } }
            """);
        return PreparedPipeline.Prepare(PipelinePlanner.Plan(graph, UNetStage.Catalog), UNetStage.Host);
    }
}
