using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Runs;
using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Training;

/// <summary>
/// Runs everything before the trainable nodes once per study, and keeps what training and evaluation need: feature
/// rows with their labels, and how the segmentations agree with the truth.
/// </summary>
public sealed class ExampleCollector
{
    private readonly PreparedPipeline _pipeline;
    private readonly PreparedNode[] _classifiers;
    private readonly TrainingData _data;
    private readonly LesionSource _source;
    private readonly PreparedPipeline _part;

    private ExampleCollector(PreparedPipeline pipeline, TrainingData data, LesionSource source)
    {
        (_pipeline, _data, _source) = (pipeline, data, source);
        _classifiers = [.. pipeline.Classifiers];
        List<PlannedOutput> outputs = [.. pipeline.Plan.Outputs.Where(o => o.Type is PortType.Segmentation or PortType.Detections)];
        // A colon cannot stand in an output's name, so these names are free.
        foreach (PreparedNode classifier in _classifiers) outputs.Add(new(":features:" + classifier.Plan.Name, classifier.Plan.Inputs["features"], PortType.Features));
        if (source == LesionSource.Segmented)
        {
            foreach (PreparedNode classifier in _classifiers) outputs.Add(new(":lesions:" + classifier.Plan.Name, SegmentationOf(classifier), PortType.Segmentation));
        }

        _part = pipeline.For(outputs, source == LesionSource.Truth ? (node, port) => port == "lesions" : null);
    }

    /// <summary>Collects the examples of a data set, in the order of its studies. A study that fails is left out and said.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="data">The data set.</param>
    /// <param name="source">Which lesions are measured.</param>
    /// <param name="execution">Threads, time limit and cache.</param>
    /// <param name="progress">Somebody who watches, or null.</param>
    /// <param name="finished">Told of each study as it ends: its name and, if it failed, why.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <param name="inspect">Shown each study with what the pipeline made of it, before that is let go; called from several threads. Null for nobody.</param>
    public static async Task<(IReadOnlyList<StudyExample> Examples, IReadOnlyList<StudyOutcome> Failures)> CollectAsync(
        PreparedPipeline pipeline, TrainingData data, LesionSource source, ExecutionOptions execution, IRunProgress? progress, Action<string, string?>? finished, CancellationToken cancellation,
        Action<LoadedStudy, LoadedTruth, PipelineResult>? inspect = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(execution);
        var collector = new ExampleCollector(pipeline, data, source);
        var examples = new StudyExample?[data.Studies.Count];
        var failures = new StudyOutcome?[data.Studies.Count];
        int atOnce = Math.Clamp(examples.Length, 1, execution.Threads);
        ExecutionOptions share = execution with { Threads = Math.Max(1, execution.Threads / atOnce), CollectDiagnostics = false };
        await Parallel.ForAsync(0, examples.Length, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation }, async (n, token) =>
        {
            StudySource study = data.Studies[n];
            try
            {
                examples[n] = await collector.CollectAsync(study, share, progress, inspect, token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is StudyFailedException or DataException)
            {
                failures[n] = new StudyOutcome { Study = study.Name, Error = e.Message, ErrorCode = (e as StudyFailedException)?.Code ?? "SF4001", FailedNode = (e as StudyFailedException)?.Node, Exception = e };
            }

            finished?.Invoke(study.Name, failures[n]?.Error);
        }).ConfigureAwait(false);
        return ([.. examples.OfType<StudyExample>()], [.. failures.OfType<StudyOutcome>()]);
    }

    /// <summary>How many nodes run per study.</summary>
    public static int NodesPerStudy(PreparedPipeline pipeline, TrainingData data, LesionSource source) => new ExampleCollector(pipeline, data, source)._part.Nodes.Count;

    private async Task<StudyExample> CollectAsync(StudySource source, ExecutionOptions execution, IRunProgress? progress, Action<LoadedStudy, LoadedTruth, PipelineResult>? inspect, CancellationToken cancellation)
    {
        LoadedStudy loaded = CachedStudyLoader.Load(source, execution.Cache, cancellation);
        LoadedTruth truth = TruthLoader.Load(_data.Truth.Of(source)!, loaded.Input.Geometry, cancellation);
        double minimum = _pipeline.Plan.Definition.MinimumLesionVolume;
        LesionSet truthLesions = LesionFinder.Find(ToSegmentation(truth.Mask), minimum);
        PipelineResult result = await PipelineExecutor.RunAsync(
            _part, loaded.Input, source.Name, execution, progress, cancellation, _source == LesionSource.Truth ? truthLesions : null).ConfigureAwait(false);
        inspect?.Invoke(loaded, truth, result);

        string type = _data.StrokeTypes.GetValueOrDefault(source.Subject, StrokeTypes.None);
        var rows = new Dictionary<string, IReadOnlyList<LabelledLesion>>(StringComparer.Ordinal);
        var missed = new Dictionary<string, IReadOnlyList<MissedLesion>>(StringComparer.Ordinal);
        var schemas = new Dictionary<string, FeatureSchema>(StringComparer.Ordinal);
        foreach (string node in _classifiers.Select(c => c.Plan.Name))
        {
            var table = (FeatureTable)result.Outputs[":features:" + node];
            LesionSet found = _source == LesionSource.Truth ? truthLesions : LesionFinder.Find((Segmentation)result.Outputs[":lesions:" + node], minimum);
            LesionMatching matching = LesionMatching.Match(found, truthLesions);
            schemas[node] = table.Schema;
            rows[node] = [.. table.Rows.Select(r => new LabelledLesion(r, found.Lesions[r.Lesion - 1].Volume / 1000, matching.TruthOf[r.Lesion - 1] + 1, matching.TruthOf[r.Lesion - 1] is null ? null : type))];
            missed[node] = [.. matching.Missed.Select(m => new MissedLesion(source.Name, source.Subject, type, truthLesions.Lesions[m].Volume / 1000))];
        }

        return new StudyExample
        {
            Source = source,
            StrokeType = type,
            InputHashes = Hashes(loaded, truth),
            Rows = rows,
            Schemas = schemas,
            Missed = missed,
            Segmentations = [.. _part.Plan.Outputs.Where(o => o.Type == PortType.Segmentation && !o.Name.StartsWith(':')).Select(o => Measure(o.Name, (Segmentation)result.Outputs[o.Name], truth, minimum))],
            Detections = [.. _part.Plan.Outputs.Where(o => o.Type == PortType.Detections).Select(o => new DetectionResult(source.Name, source.Subject, type, o.Name, truth.Mask.Size.K, TrueBoxes.WithLesions(truth.Mask), (IReadOnlyList<Detection>)result.Outputs[o.Name]))],
            NodeTimes = result.Nodes.ToDictionary(n => n.Node, n => n.Time, StringComparer.Ordinal),
            CachedNodes = result.Nodes.Where(n => n.FromCache).Select(n => n.Node).ToHashSet(StringComparer.Ordinal),
            Warnings = [.. loaded.Warnings, .. truth.Warnings, .. result.Nodes.SelectMany(n => n.Remarks).Where(r => r.IsWarning).Select(r => $"{r.Node}: {r.Message}")],
        };
    }

    private string SegmentationOf(PreparedNode classifier) =>
        _pipeline.Nodes.First(n => n.Plan.Name == classifier.Plan.Inputs["features"]).Plan.Inputs["lesions"];

    private static SegmentationSummary Measure(string output, Segmentation segmentation, LoadedTruth truth, double minimum)
    {
        LesionSet lesions = LesionFinder.Find(segmentation, minimum);
        return new(output, lesions.Lesions.Count, lesions.Lesions.Sum(l => l.Volume) / 1000, SegmentationMetrics.Compare(segmentation.Mask, truth.Mask));
    }

    private static Segmentation ToSegmentation(Volume<byte> mask)
    {
        var labels = new byte[mask.Span.Length];
        for (int v = 0; v < labels.Length; v++) labels[v] = mask.Span[v] != 0 ? (byte)LesionPolarity.Hyperintense : (byte)0;
        return new(new Volume<byte>(mask.Geometry, labels));
    }

    // File names, not paths: the same data in another place is the same data.
    private static SortedDictionary<string, string> Hashes(LoadedStudy loaded, LoadedTruth truth)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string file, string hash) in loaded.InputHashes) hashes[Path.GetFileName(file)] = hash;
        hashes[Path.GetFileName(truth.Source.Mask)] = truth.Sha256;
        return hashes;
    }
}
