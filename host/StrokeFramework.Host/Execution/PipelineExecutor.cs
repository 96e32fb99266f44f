using System.Diagnostics;
using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Imaging;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Execution;

/// <summary>
/// Runs a prepared pipeline over one study: nodes as soon as their inputs are known, branches side by side, and each
/// value let go after its last consumer. A node whose result is in the cache does not run; its value is read only when
/// a node behind it, or an output, needs it.
/// </summary>
public sealed class PipelineExecutor
{
    private readonly PreparedPipeline _pipeline;
    private readonly StudyInput _input;
    private readonly string _studyName;
    private readonly ExecutionOptions _options;
    private readonly IRunProgress? _progress;
    private readonly GivenLesions? _givenLesions;
    private readonly Func<IReadOnlyDictionary<string, string>, IReadOnlySet<string>>? _wanted;
    private readonly NodeCache? _cache;
    private readonly IdleThreads _idle;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, NodeValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _consumers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PreparedNode> _lazy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeResult> _results = new(StringComparer.Ordinal);

    private PipelineExecutor(PreparedPipeline pipeline, StudyInput input, string studyName, ExecutionOptions options, IRunProgress? progress, GivenLesions? givenLesions, Func<IReadOnlyDictionary<string, string>, IReadOnlySet<string>>? wanted)
    {
        (_pipeline, _input, _studyName, _options, _progress, _givenLesions, _wanted) = (pipeline, input, studyName, options, progress, givenLesions, wanted);
        _idle = options.IdleThreads ?? new(options.Threads);
        foreach (string source in pipeline.Nodes.SelectMany(n => n.Plan.Inputs.Values).Concat(pipeline.Plan.Outputs.Select(o => o.Node)))
            _consumers[source] = _consumers.GetValueOrDefault(source) + 1;
        _values[InputReference.Input] = new(input.Hash, () => Task.Run(object () => input.Study));
        if (options.Cache is { } cache) _cache = new(cache, pipeline, input, studyName, givenLesions, options.CollectDiagnostics);
    }

    /// <summary>Runs a pipeline over a study in memory, see the other overload.</summary>
    public static Task<PipelineResult> RunAsync(
        PreparedPipeline pipeline, DiffusionStudy study, string studyName, ExecutionOptions options, IRunProgress? progress, CancellationToken cancellation) =>
        RunAsync(pipeline, new StudyInput(study), studyName, options, progress, cancellation);

    /// <summary>Runs a pipeline over a study.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="study">The study.</param>
    /// <param name="studyName">What progress and messages call it.</param>
    /// <param name="options">Threads, time limit, diagnostics, cache.</param>
    /// <param name="progress">Somebody who watches, or null.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <param name="givenLesions">Lesions to measure instead of those on the graph's edges, or null.</param>
    /// <param name="wanted">Told the hash of each output when all nodes are done; says which outputs it needs. Null for all.</param>
    /// <exception cref="StudyFailedException">The study lacks something, or a node failed.</exception>
    /// <exception cref="OperationCanceledException">The user wished to stop.</exception>
    public static async Task<PipelineResult> RunAsync(
        PreparedPipeline pipeline, StudyInput study, string studyName, ExecutionOptions options, IRunProgress? progress, CancellationToken cancellation, GivenLesions? givenLesions = null,
        Func<IReadOnlyDictionary<string, string>, IReadOnlySet<string>>? wanted = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            return await new PipelineExecutor(pipeline, study, studyName, options, progress, givenLesions, wanted).RunAsync(cancellation).ConfigureAwait(false);
        }
        catch (NotReproducibleException)
        {
            // Results that were found by the old one's hash would not fit the new one.
            return await new PipelineExecutor(pipeline, study, studyName, options with { Cache = null }, progress, givenLesions, wanted).RunAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task<PipelineResult> RunAsync(CancellationToken cancellation)
    {
        foreach (InputNeed need in _pipeline.Plan.InputNeeds)
        {
            if (!_input.Traits.HasFlag(need.Trait))
                throw new StudyFailedException("SF3001", need.Node, $"The node '{need.Node}' needs {StudyTraitNames.PhraseOf(need.Trait)}, and this study has none.");
        }

        var waiting = new List<PreparedNode>(_pipeline.Nodes);
        var running = new Dictionary<Task<NodeValue>, PreparedNode>();
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            while (waiting.Count > 0 || running.Count > 0)
            {
                List<PreparedNode> ready;
                lock (_gate) ready = [.. waiting.Where(n => n.Plan.Inputs.Values.All(_values.ContainsKey)).Take(_options.Threads - running.Count)];
                // Side by side, branches share the threads between them; what one of them leaves idle another borrows.
                int share = Math.Max(1, _options.Threads / Math.Max(1, ready.Count + running.Count));
                foreach (PreparedNode node in ready)
                {
                    waiting.Remove(node);
                    running[RunNodeAsync(node, share, failed.Token)] = node;
                }

                Task<NodeValue> ended = await Task.WhenAny(running.Keys).ConfigureAwait(false);
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

        var outputs = new Dictionary<string, object>(StringComparer.Ordinal);
        IReadOnlySet<string>? wanted = _wanted?.Invoke(_pipeline.Plan.Outputs.ToDictionary(o => o.Name, o => _values[o.Node].Hash, StringComparer.Ordinal));
        foreach (PlannedOutput output in _pipeline.Plan.Outputs.Where(o => wanted is null || wanted.Contains(o.Name)))
            outputs[output.Name] = await _values[output.Node].GetAsync().ConfigureAwait(false);
        return new(outputs, [.. _pipeline.Nodes.Select(n => _results[n.Plan.Name])]);
    }

    // A second failure, or the cancellation that follows a first one, adds nothing for the user.
    private static Task Settle(Task task) => task.ContinueWith(t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    private void Keep(PreparedNode node, NodeValue value)
    {
        lock (_gate)
        {
            if (_consumers.ContainsKey(node.Plan.Name))
            {
                _values[node.Plan.Name] = value;
                // It may have to run after all, so what it needs stays within reach until it is done with.
                if (value.IsLazy && _lazy.TryAdd(node.Plan.Name, node)) return;
            }

            Release(node);
        }
    }

    // A node is done with its inputs; what nobody else needs is let go.
    private void Release(PreparedNode node)
    {
        foreach (string source in node.Plan.Inputs.Values)
        {
            if (--_consumers[source] > 0) continue;
            if (_values.Remove(source, out NodeValue? value)) value.Drop();
            if (_lazy.Remove(source, out PreparedNode? unused)) Release(unused);
        }
    }

    private async Task<NodeValue> RunNodeAsync(PreparedNode node, int threads, CancellationToken cancellation)
    {
        string name = node.Plan.Name;
        Dictionary<string, NodeValue> inputs;
        lock (_gate) inputs = node.Plan.Inputs.ToDictionary(i => i.Key, i => _values[i.Value], StringComparer.Ordinal);
        ulong seed = ContentHash.DeriveSeed(_pipeline.Plan.Definition.Seed, node.Plan.Stage.Stage.Id, inputs.Select(i => (i.Key, i.Value.Hash)));
        CacheKey? key = _cache?.KeyOf(node, inputs.Select(i => (i.Key, i.Value.Hash)));
        if (key is not null && _cache!.Find(node, key) is { } found)
        {
            _progress?.NodeStarted(_studyName, name);
            Record(new(name, TimeSpan.Zero, found.Entry.OutputHash, seed, [.. found.Entry.Remarks.Select(r => new StageRemark(name, r.IsWarning, r.Message))], found.Diagnostics) { FromCache = true });
            _progress?.NodeFinished(_studyName, name, TimeSpan.Zero);
            return new(found.Entry.OutputHash, () => TakeAsync(node, key, found.Entry, inputs, seed, threads, cancellation));
        }

        (object output, NodeResult result) = await ComputeAsync(node, inputs, seed, threads, _progress, cancellation).ConfigureAwait(false);
        Record(result);
        if (key is not null) _cache!.Store(key, output, result);
        return new(output, result.OutputHash);
    }

    // The value of a result that was found: read where it was kept, made again where it was not.
    private async Task<object> TakeAsync(PreparedNode node, CacheKey key, NodeEntry entry, Dictionary<string, NodeValue> inputs, ulong seed, int threads, CancellationToken cancellation)
    {
        object? output = await Task.Run(() => _cache!.Take(entry), cancellation).ConfigureAwait(false);
        if (output is null)
        {
            // Its progress has been told already.
            (output, NodeResult result) = await ComputeAsync(node, inputs, seed, threads, null, cancellation).ConfigureAwait(false);
            if (result.OutputHash != entry.OutputHash)
            {
                _cache!.Distrust(node, key);
                throw new NotReproducibleException(node.Plan.Name);
            }

            Record(result);
            _cache!.RanForItsValue(node, entry);
            if (entry.HasValue) _cache.Store(key, output, result);
        }

        lock (_gate)
        {
            if (_lazy.Remove(node.Plan.Name)) Release(node);
        }

        return output;
    }

    private void Record(NodeResult result)
    {
        lock (_results) _results[result.Node] = result;
    }

    private async Task<(object Output, NodeResult Result)> ComputeAsync(
        PreparedNode node, Dictionary<string, NodeValue> inputs, ulong seed, int threads, IRunProgress? progress, CancellationToken cancellation)
    {
        string name = node.Plan.Name;
        var diagnostics = _options.CollectDiagnostics ? new DiagnosticCollector() : null;
        var remarks = new RemarkCollector(name);
        bool isClaimed = false;
        foreach (NodeValue input in inputs.Values) input.Enter(name);
        try
        {
            var values = new Dictionary<string, object>(StringComparer.Ordinal);
            foreach ((string port, NodeValue input) in inputs) values[port] = await input.GetAsync().ConfigureAwait(false);
            progress?.NodeStarted(_studyName, name);
            long started = Stopwatch.GetTimestamp();
            _idle.Claim(threads);
            isClaimed = true;
            (object output, string hash) = await NodeThread.RunAsync(
                $"{_studyName}: {name}",
                token =>
                {
                    var context = new StageContext
                    {
                        CancellationToken = token,
                        Progress = progress is null ? null : new NodeProgress(progress, _studyName, name),
                        Log = remarks,
                        Diagnostics = diagnostics,
                        MaxDegreeOfParallelism = threads,
                        IdleThreads = _idle,
                        Seed = seed,
                    };
                    object? result = StageCall.Invoke(node, values, _pipeline.Plan.Definition.MinimumLesionVolume, _givenLesions, context);
                    CheckInputs(node, inputs, values);
                    if (NodeOutputCheck.Describe(node.Plan, result, _input.Geometry) is { } wrong)
                        throw new StudyFailedException("SF3004", name, $"The node '{name}' ({Where(node)}) broke its contract: {wrong}. Report this to the plugin's author.");
                    return (result!, ContentHash.Of(result!));
                },
                _options.NodeTimeout,
                _options.StopGrace,
                cancellation).ConfigureAwait(false);
            TimeSpan time = Stopwatch.GetElapsedTime(started);
            progress?.NodeFinished(_studyName, name, time);
            return (output, new(name, time, hash, seed, remarks.Items, diagnostics?.Items ?? []));
        }
        catch (Exception e) when (e is not (StudyFailedException or NotReproducibleException) && !(e is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            throw Explain(node, e);
        }
        finally
        {
            if (isClaimed) _idle.Release(threads);
            foreach (NodeValue input in inputs.Values) input.Leave(name);
        }
    }

    // Hashing again costs a millisecond a volume and turns a silent corruption of other branches into a sentence.
    private static void CheckInputs(PreparedNode node, Dictionary<string, NodeValue> inputs, Dictionary<string, object> values)
    {
        foreach ((string port, NodeValue input) in inputs)
        {
            if (ContentHash.Of(values[port]) == input.Hash) continue;
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
