using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Runs;

namespace StrokeFramework.Host.Training;

/// <summary>
/// Runs everything before the trainable nodes once per study, and keeps what training and evaluation need: feature
/// rows with their labels, and how the segmentations agree with the truth.
/// </summary>
public sealed class ExampleCollector
{
    // A colon cannot stand in an output's name, so these names are free.
    private const string Features = ":features:", Lesions = ":lesions:";
    private readonly PreparedPipeline _pipeline;
    private readonly PreparedNode[] _classifiers;
    private readonly TrainingData _data;
    private readonly LesionSource _source;
    private readonly PreparedPipeline _part;
    private readonly MeasuredOutput[] _measured;
    private readonly string[] _masks, _boxes;

    private ExampleCollector(PreparedPipeline pipeline, TrainingData data, LesionSource source)
    {
        (_pipeline, _data, _source) = (pipeline, data, source);
        _classifiers = [.. pipeline.Classifiers];
        List<PlannedOutput> outputs = [.. pipeline.Plan.Outputs.Where(o => o.Type is PortType.Segmentation or PortType.Detections)];
        _masks = [.. outputs.Where(o => o.Type == PortType.Segmentation).Select(o => o.Name)];
        _boxes = [.. outputs.Where(o => o.Type == PortType.Detections).Select(o => o.Name)];
        _measured = [.. _classifiers.Select(c => c.Plan.Inputs["features"]).Distinct(StringComparer.Ordinal).Select(node => new MeasuredOutput(node, Features + node, source == LesionSource.Truth ? null : Lesions + node))];
        foreach (MeasuredOutput measured in _measured)
        {
            outputs.Add(new(measured.Features, measured.Node, PortType.Features));
            if (measured.Lesions is { } lesions) outputs.Add(new(lesions, pipeline.Nodes.First(n => n.Plan.Name == measured.Node).Plan.Inputs["lesions"], PortType.Segmentation));
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
    /// <param name="inspection">Studies that somebody wants to see with what the pipeline made of them, or null.</param>
    public static async Task<(IReadOnlyList<StudyExample> Examples, IReadOnlyList<StudyOutcome> Failures)> CollectAsync(
        PreparedPipeline pipeline, TrainingData data, LesionSource source, ExecutionOptions execution, IRunProgress? progress, Action<string, string?>? finished, CancellationToken cancellation,
        StudyInspection? inspection = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(execution);
        var collector = new ExampleCollector(pipeline, data, source);
        var examples = new StudyExample?[data.Studies.Count];
        var failures = new StudyOutcome?[data.Studies.Count];
        int atOnce = Math.Clamp(examples.Length, 1, execution.Threads);
        ExecutionOptions share = execution with { Threads = Math.Max(1, execution.Threads / atOnce), IdleThreads = new(execution.Threads), CollectDiagnostics = false };
        await Parallel.ForAsync(0, examples.Length, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation }, async (n, token) =>
        {
            StudySource study = data.Studies[n];
            try
            {
                examples[n] = await collector.CollectAsync(study, share, progress, inspection, token).ConfigureAwait(false);
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

    private async Task<StudyExample> CollectAsync(StudySource source, ExecutionOptions execution, IRunProgress? progress, StudyInspection? inspection, CancellationToken cancellation)
    {
        LoadedStudy loaded = CachedStudyLoader.Load(source, execution.Cache, cancellation);
        TruthInput truth = CachedTruthLoader.Load(_data.Truth.Of(source)!, execution.Cache, cancellation);
        truth.Demand(loaded.Input.Geometry);
        var judge = new StudyJudge(loaded, truth, _pipeline.Plan.Definition.MinimumLesionVolume, _source, execution.Cache);
        bool isInspected = inspection?.Studies.Contains(source.Name) == true;
        IReadOnlyDictionary<string, string> hashes = new Dictionary<string, string>();
        PipelineResult result = await PipelineExecutor.RunAsync(
            _part, loaded.Input, source.Name, execution, progress, cancellation, _source == LesionSource.Truth ? judge.GivenLesions() : null, Wanted).ConfigureAwait(false);
        if (isInspected) inspection!.Show(loaded, truth.On(loaded.Input.Geometry), result);

        string type = _data.StrokeTypes.GetValueOrDefault(source.Subject, StrokeTypes.None);
        var lesions = _measured.ToDictionary(m => m.Node, m => judge.LesionsOf(m, hashes, result.Outputs), StringComparer.Ordinal);
        var byClassifier = _classifiers.ToDictionary(c => c.Plan.Name, c => lesions[c.Plan.Inputs["features"]], StringComparer.Ordinal);
        return new StudyExample
        {
            Source = source,
            StrokeType = type,
            InputHashes = Hashes(loaded, truth),
            Rows = byClassifier.ToDictionary(c => c.Key, c => c.Value.Label(type), StringComparer.Ordinal),
            Schemas = byClassifier.ToDictionary(c => c.Key, c => c.Value.Table.Schema, StringComparer.Ordinal),
            Missed = byClassifier.ToDictionary(
                c => c.Key, c => (IReadOnlyList<MissedLesion>)[.. c.Value.Missed.Select(volume => new MissedLesion(source.Name, source.Subject, type, volume))], StringComparer.Ordinal),
            Segmentations = [.. _masks.Select(mask => judge.AgreementOf(mask, hashes, result.Outputs))],
            Detections = _boxes.Length == 0 ? [] : DetectionsOf(truth.On(loaded.Input.Geometry).Mask),
            NodeTimes = result.Nodes.ToDictionary(n => n.Node, n => n.Time, StringComparer.Ordinal),
            CachedNodes = result.Nodes.Where(n => n.FromCache).Select(n => n.Node).ToHashSet(StringComparer.Ordinal),
            Warnings = [.. loaded.Warnings, .. truth.Warnings, .. result.Nodes.SelectMany(n => n.Remarks).Where(r => r.IsWarning).Select(r => $"{r.Node}: {r.Message}")],
        };

        IReadOnlySet<string> Wanted(IReadOnlyDictionary<string, string> made)
        {
            hashes = made;
            IReadOnlySet<string> needed = judge.Find(_measured, _masks, made);
            // Boxes are few, so how they agree is counted anew each time.
            return isInspected ? made.Keys.ToHashSet(StringComparer.Ordinal) : needed.Union(_boxes).ToHashSet(StringComparer.Ordinal);
        }

        IReadOnlyList<DetectionResult> DetectionsOf(Volume<byte> mask)
        {
            IReadOnlyList<TrueBox> boxes = TrueBoxes.WithLesions(mask);
            return [.. _boxes.Select(o => new DetectionResult(source.Name, source.Subject, type, o, mask.Size.K, boxes, (IReadOnlyList<Detection>)result.Outputs[o]))];
        }
    }

    // File names, not paths: the same data in another place is the same data.
    private static SortedDictionary<string, string> Hashes(LoadedStudy loaded, TruthInput truth)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string file, string hash) in loaded.InputHashes) hashes[Path.GetFileName(file)] = hash;
        hashes[Path.GetFileName(truth.Source.Mask)] = truth.Sha256;
        return hashes;
    }
}
