using System.Diagnostics;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Imaging;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Execution;

/// <summary>
/// Runs a prepared pipeline over one study: nodes as soon as their inputs are there, branches side by side, and each
/// value let go after its last consumer.
/// </summary>
public sealed class PipelineExecutor
{
    private readonly PreparedPipeline _pipeline;
    private readonly DiffusionStudy _study;
    private readonly string _studyName;
    private readonly ExecutionOptions _options;
    private readonly IRunProgress? _progress;
    private readonly LesionSet? _givenLesions;
    private readonly Dictionary<string, NodeValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _consumers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeResult> _results = new(StringComparer.Ordinal);

    private PipelineExecutor(PreparedPipeline pipeline, DiffusionStudy study, string studyName, ExecutionOptions options, IRunProgress? progress, LesionSet? givenLesions)
    {
        (_pipeline, _study, _studyName, _options, _progress, _givenLesions) = (pipeline, study, studyName, options, progress, givenLesions);
        foreach (string source in pipeline.Nodes.SelectMany(n => n.Plan.Inputs.Values).Concat(pipeline.Plan.Outputs.Select(o => o.Node)))
            _consumers[source] = _consumers.GetValueOrDefault(source) + 1;
        _values[InputReference.Input] = new(study);
    }

    /// <summary>Runs a pipeline over a study.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="study">The study.</param>
    /// <param name="studyName">What progress and messages call it.</param>
    /// <param name="options">Threads, time limit, diagnostics.</param>
    /// <param name="progress">Somebody who watches, or null.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <param name="givenLesions">Lesions to measure instead of those on the graph's edges, or null.</param>
    /// <exception cref="StudyFailedException">The study lacks something, or a node failed.</exception>
    /// <exception cref="OperationCanceledException">The user wished to stop.</exception>
    public static Task<PipelineResult> RunAsync(
        PreparedPipeline pipeline, DiffusionStudy study, string studyName, ExecutionOptions options, IRunProgress? progress, CancellationToken cancellation, LesionSet? givenLesions = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        return new PipelineExecutor(pipeline, study, studyName, options, progress, givenLesions).RunAsync(cancellation);
    }

    private async Task<PipelineResult> RunAsync(CancellationToken cancellation)
    {
        foreach (InputNeed need in _pipeline.Plan.InputNeeds)
        {
            if (!_study.Traits.HasFlag(need.Trait))
                throw new StudyFailedException("SF3001", need.Node, $"The node '{need.Node}' needs {StudyTraitNames.PhraseOf(need.Trait)}, and this study has none.");
        }

        var waiting = new List<PreparedNode>(_pipeline.Nodes);
        var running = new Dictionary<Task<object>, PreparedNode>();
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            while (waiting.Count > 0 || running.Count > 0)
            {
                List<PreparedNode> ready = [.. waiting.Where(n => n.Plan.Inputs.Values.All(_values.ContainsKey)).Take(_options.Threads - running.Count)];
                // Side by side, branches share the threads between them.
                int share = Math.Max(1, _options.Threads / Math.Max(1, ready.Count + running.Count));
                foreach (PreparedNode node in ready)
                {
                    waiting.Remove(node);
                    running[RunNodeAsync(node, share, failed.Token)] = node;
                }

                Task<object> ended = await Task.WhenAny(running.Keys).ConfigureAwait(false);
                PreparedNode done = running[ended];
                running.Remove(ended);
                Keep(done, await ended.ConfigureAwait(false));
            }
        }
        catch
        {
            await failed.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running.Keys.Select(Settle)).ConfigureAwait(false);
            throw;
        }

        return new(
            _pipeline.Plan.Outputs.ToDictionary(o => o.Name, o => _values[o.Node].Value, StringComparer.Ordinal),
            [.. _pipeline.Nodes.Select(n => _results[n.Plan.Name])]);
    }

    // A second failure, or the cancellation that follows a first one, adds nothing for the user.
    private static Task Settle(Task task) => task.ContinueWith(t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    private void Keep(PreparedNode node, object output)
    {
        if (_consumers.ContainsKey(node.Plan.Name)) _values[node.Plan.Name] = new(output);
        foreach (string source in node.Plan.Inputs.Values)
        {
            if (--_consumers[source] == 0) _values.Remove(source);
        }
    }

    private async Task<object> RunNodeAsync(PreparedNode node, int threads, CancellationToken cancellation)
    {
        string name = node.Plan.Name;
        var inputs = node.Plan.Inputs.ToDictionary(i => i.Key, i => _values[i.Value], StringComparer.Ordinal);
        var diagnostics = _options.CollectDiagnostics ? new DiagnosticCollector() : null;
        var remarks = new RemarkCollector(name);
        ulong seed = ContentHash.DeriveSeed(_pipeline.Plan.Definition.Seed, node.Plan.Stage.Stage.Id, inputs.Select(i => (i.Key, i.Value.Hash)));
        foreach (NodeValue input in inputs.Values) input.Enter(name);
        _progress?.NodeStarted(_studyName, name);
        long started = Stopwatch.GetTimestamp();
        try
        {
            (object output, string hash) = await NodeThread.RunAsync(
                $"{_studyName}: {name}",
                token =>
                {
                    var context = new StageContext
                    {
                        CancellationToken = token,
                        Progress = _progress is null ? null : new NodeProgress(_progress, _studyName, name),
                        Log = remarks,
                        Diagnostics = diagnostics,
                        MaxDegreeOfParallelism = threads,
                        Seed = seed,
                    };
                    object? result = StageCall.Invoke(node, inputs.ToDictionary(i => i.Key, i => i.Value.Value), _pipeline.Plan.Definition.MinimumLesionVolume, _givenLesions, context);
                    CheckInputs(node, inputs);
                    if (NodeOutputCheck.Describe(node.Plan, result, _study.Geometry) is { } wrong)
                        throw new StudyFailedException("SF3004", name, $"The node '{name}' ({Where(node)}) broke its contract: {wrong}. Report this to the plugin's author.");
                    return (result!, ContentHash.Of(result!));
                },
                _options.NodeTimeout,
                _options.StopGrace,
                cancellation).ConfigureAwait(false);
            TimeSpan time = Stopwatch.GetElapsedTime(started);
            lock (_results) _results[name] = new(name, time, hash, seed, remarks.Items, diagnostics?.Items ?? []);
            _progress?.NodeFinished(_studyName, name, time);
            return output;
        }
        catch (Exception e) when (e is not StudyFailedException && !(e is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            throw Explain(node, e);
        }
        finally
        {
            foreach (NodeValue input in inputs.Values) input.Leave(name);
        }
    }

    // Hashing again costs a millisecond a volume and turns a silent corruption of other branches into a sentence.
    private static void CheckInputs(PreparedNode node, Dictionary<string, NodeValue> inputs)
    {
        foreach ((string port, NodeValue input) in inputs)
        {
            if (!input.HasChanged()) continue;
            string[] others = input.OthersInside(node.Plan.Name);
            throw new StudyFailedException(
                "SF3003",
                node.Plan.Name,
                others.Length == 0
                    ? $"The node '{node.Plan.Name}' ({Where(node)}) changed its input '{port}', which belongs to other nodes too, so this study was given up. Report this to the plugin's author."
                    : $"The input '{port}' was changed by '{node.Plan.Name}' ({Where(node)}) or by a node that ran beside it ({string.Join(", ", others)}), so this study was given up. Run with --threads 1 to see which, and report it to the plugin's author.");
        }
    }

    private StudyFailedException Explain(PreparedNode node, Exception e)
    {
        string name = node.Plan.Name;
        return e switch
        {
            TimeoutException => new("SF3005", name, $"The node '{name}' ({Where(node)}) was stopped after {_options.NodeTimeout?.TotalSeconds:0.###} s. Allow more with --timeout, or look for the cause in the plugin.", e),
            StageException or Data.DataException => new("SF3006", name, $"The node '{name}': {e.Message}", e),
            OutOfMemoryException => new("SF3007", name, $"The node '{name}' ({Where(node)}) ran out of memory. Run fewer studies at a time with --threads, or on a machine with more.", e),
            _ => new("SF3002", name, $"The node '{name}' ({Where(node)}) failed: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} This is a fault in the plugin; --verbose shows where.", e),
        };
    }

    private static string Where(PreparedNode node) => $"{node.Plan.Stage.Stage.Id} of {node.Plan.Stage.Plugin.Name}";
}
