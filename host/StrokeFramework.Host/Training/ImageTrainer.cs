using System.Diagnostics;
using System.Globalization;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Models;
using StrokeFramework.Host.Pipelines;

namespace StrokeFramework.Host.Training;

/// <summary>
/// Fits the nodes that learn from images (segmenters and detectors). Each study is made and run through the nodes before
/// a learner when the learner asks for it, so that a data set may be larger than memory, or have no end.
/// </summary>
public static class ImageTrainer
{
    /// <summary>Fits every node that learns from images, each after those that feed it.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="source">The studies.</param>
    /// <param name="options">Threads, checkpoints, what to start from.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <exception cref="DataException">There is nothing to learn from, or a node refuses it.</exception>
    /// <exception cref="ModelException">The model to start from does not fit.</exception>
    public static ImageTrainingResult Train(PreparedPipeline pipeline, IImageSource source, ImageTrainingOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        List<NodeModel> models = [];
        List<TrainedNode> trained = [];
        foreach (string name in pipeline.ImageLearners.Select(n => n.Plan.Name).ToArray())
        {
            PreparedNode node = pipeline.Nodes.First(n => n.Plan.Name == name);
            long started = Stopwatch.GetTimestamp();
            var remarks = new RemarkCollector(name);
            var inputs = new LearnerInput(pipeline, node, source, cancellation);
            IModel model = Fit(pipeline, node, source, inputs, options, remarks, cancellation);
            pipeline = pipeline.With(new Dictionary<string, IModel>(StringComparer.Ordinal) { [name] = model });
            models.Add(NodeModels.Describe(node, model, (model as IDetectorModel)?.Classes ?? [], "", []));
            trained.Add(new(name, CountStudies(source, inputs), Stopwatch.GetElapsedTime(started), [.. remarks.Items.Select(r => r.Message)]));
        }

        return new(pipeline, models, trained);
    }

    private static IModel Fit(PreparedPipeline pipeline, PreparedNode node, IImageSource source, LearnerInput inputs, ImageTrainingOptions options, RemarkCollector remarks, CancellationToken cancellation)
    {
        string name = node.Plan.Name;
        string training = string.Create(
            CultureInfo.InvariantCulture,
            $"{node.Plan.Stage.Stage.Id} {node.Plan.Stage.Stage.AlgorithmVersion} {node.Settings.GetRawText()} seed {pipeline.Plan.Definition.Seed} threads {options.Threads} data {source.DataHash} from {(options.InitialModel is { } file ? NodeModels.HashOfFile(file) : "nothing")}");
        FileCheckpoints? checkpoints = options.CheckpointPath is { } path ? new(CheckpointOf(path, name), training, options.Resume) : null;
        var context = new StageContext
        {
            CancellationToken = cancellation,
            Log = remarks,
            MaxDegreeOfParallelism = options.Threads,
            Seed = ContentHash.DeriveSeed(pipeline.Plan.Definition.Seed, node.Plan.Stage.Stage.Id, [("images", source.DataHash)]),
            Training = new TrainingSession
            {
                Steps = options.Progress is { } report ? new Reporter(name, report) : null,
                Checkpoints = checkpoints,
                Initial = options.InitialModel is { } initial ? ModelBinder.Read(pipeline, node, initial) : null,
            },
        };
        try
        {
            IModel model = node.Stage switch
            {
                ILearnedSegmenter segmenter => segmenter.Train(new LazyList<SegmentationExample>(source.Count, inputs.Segmentation), context),
                IDetector detector => detector.Train(new LazyList<DetectionExample>(source.Count, inputs.Detections), context),
                _ => throw new InvalidOperationException($"'{node.Plan.Stage.Stage.Id}' does not learn from images."),
            };
            return model;
        }
        catch (Exception e) when (e is StageException or StudyFailedException)
        {
            throw new DataException($"The node '{name}' could not be trained: {e.Message}", e);
        }
    }

    /// <summary>Removes the checkpoints of a training whose models are safe on disk.</summary>
    /// <param name="result">What was trained.</param>
    /// <param name="checkpointPath">See <see cref="ImageTrainingOptions.CheckpointPath"/>.</param>
    public static void RemoveCheckpoints(ImageTrainingResult result, string checkpointPath)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (TrainedNode node in result.Nodes) File.Delete(CheckpointOf(checkpointPath, node.Node));
    }

    private static string CheckpointOf(string path, string node) => $"{path}.{node}.checkpoint";

    private static Dictionary<string, int> CountStudies(IImageSource source, LearnerInput inputs) =>
        source.Studies.Count == 0
            ? new(StringComparer.Ordinal) { ["synthetic"] = inputs.Read }
            : source.Studies.Values.GroupBy(t => t, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    private sealed class Reporter(string node, Action<string, TrainingStep> report) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => report(node, value);
    }
}
