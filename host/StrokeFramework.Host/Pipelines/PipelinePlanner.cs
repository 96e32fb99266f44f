using Semver;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Pipelines;

/// <summary>
/// Turns a graph into a plan: chooses plugin versions, checks edges, parameters and needs. Finds everything that is
/// wrong before anything runs, from manifests alone.
/// </summary>
public sealed class PipelinePlanner
{
    private readonly PluginCatalog _catalog;
    private readonly DiagnosticBag _bag = new();
    private readonly DiagnosticBag _migrations = new();
    private readonly Dictionary<string, NodeDefinition> _nodes;
    private readonly Dictionary<string, StageEntry> _stages = [];
    private readonly Dictionary<string, Dictionary<string, string>> _edges = [];
    private readonly PipelineDefinition _definition;
    private bool _hasCycle;

    private PipelinePlanner(PipelineDefinition definition, PluginCatalog catalog, IReadOnlyList<PipelineDiagnostic> form, PipelineOverrides overrides)
    {
        _catalog = catalog;
        foreach (PipelineDiagnostic d in form) _bag.Add(d.Code, d.Path, d.Position, d.Message, d.Remedy);
        _definition = overrides.Apply(definition, _bag);
        _nodes = _definition.Nodes.ToDictionary(n => n.Name, StringComparer.Ordinal);
    }

    /// <summary>Reads and plans a graph.</summary>
    /// <param name="file">The graph's file.</param>
    /// <param name="catalog">The plugins there are.</param>
    /// <param name="overrides">Changes from the command line.</param>
    /// <exception cref="PipelineException">Something is wrong; it holds every diagnostic.</exception>
    public static PipelinePlan Plan(string file, PluginCatalog catalog, PipelineOverrides? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        (PipelineDefinition definition, IReadOnlyList<PipelineDiagnostic> form) = PipelineReader.Read(file);
        return Plan(definition, form, catalog, overrides ?? PipelineOverrides.None);
    }

    /// <summary>Plans a graph that has been read.</summary>
    /// <exception cref="PipelineException">Something is wrong; it holds every diagnostic.</exception>
    public static PipelinePlan Plan(PipelineDefinition definition, IReadOnlyList<PipelineDiagnostic> form, PluginCatalog catalog, PipelineOverrides overrides)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(overrides);
        return new PipelinePlanner(definition, catalog, form, overrides).Run();
    }

    private PipelinePlan Run()
    {
        foreach (NodeDefinition node in _definition.Nodes) ChooseStage(node);
        foreach (NodeDefinition node in _definition.Nodes) CheckEdges(node);
        List<PlannedOutput> outputs = CheckOutputs();
        List<string> order = Sort();
        CheckUnused();
        List<InputNeed> needs = _hasCycle ? [] : CheckNeeds(order);
        if (_bag.Count > 0) throw new PipelineException(_definition.File, _bag.Items);
        return new PipelinePlan
        {
            Definition = _definition,
            Nodes = [.. order.Select(ToPlanned)],
            Outputs = outputs,
            InputNeeds = needs,
            Migrations = _migrations.Items,
        };
    }

    private PlannedNode ToPlanned(string name)
    {
        NodeDefinition node = _nodes[name];
        return new()
        {
            Name = name,
            Stage = _stages[name],
            Inputs = _edges[name],
            Parameters = node.Parameters,
            ModelPath = node.Model is { } model ? Path.GetFullPath(model, Path.GetDirectoryName(Path.GetFullPath(_definition.File))!) : null,
        };
    }

    private void ChooseStage(NodeDefinition node)
    {
        if (_catalog.Conflicts.TryGetValue(node.StageId, out PluginProblem? conflict))
        {
            _bag.Add("SF1023", node.UseLocation, conflict.Message, conflict.Remedy);
            return;
        }

        IReadOnlyList<StageEntry> found = _catalog.FindStage(node.StageId);
        if (found.Count == 0) found = _catalog.FindFormerStage(node.StageId);
        if (found.Count == 0)
        {
            string meant = NameSuggestion.Find(node.StageId, _catalog.StageIds) is { } near ? $"Did you mean '{near}'? " : "";
            _bag.Add("SF1006", node.UseLocation, $"The node '{node.Name}' uses the stage '{node.StageId}', which no installed plugin has.",
                $"{meant}Install the plugin that has it with 'stroke plugins install', or give the folder it lies in by --plugins DIR; 'stroke plugins list' shows what is there.");
            return;
        }

        if (!SemVersionRange.TryParseNpm(node.Range, includeAllPrerelease: false, out SemVersionRange? range))
        {
            _bag.Add("SF1022", node.UseLocation, $"'{node.Range}' is no version range.", "Write one such as ^1.0, 1.2.x or 1.0.0.");
            return;
        }

        List<StageEntry> fitting = [.. found.Where(s => range.Contains(s.Plugin.Version!))];
        if (fitting.Count == 0) fitting = [.. found.Where(s => UnderstandsGraphsOf(s, range))];
        if (fitting.Count == 0)
        {
            _bag.Add("SF1007", node.UseLocation,
                $"No installed version of '{node.StageId}' satisfies {node.Range}; there {(found.Count == 1 ? "is" : "are")} {string.Join(", ", found.Select(s => s.Plugin.Manifest!.Version))}.",
                $"Install a version that does, or write @^{found[0].Plugin.Version!.Major}.{found[0].Plugin.Version!.Minor}.");
            return;
        }

        if (fitting.Find(s => s.Plugin.IsUsable) is { } usable)
        {
            _stages[node.Name] = usable;
            _nodes[node.Name] = Migrate(node, usable, range);
            ParameterChecker.Check(_nodes[node.Name], usable.Stage.Parameters, _bag);
            return;
        }

        PluginProblem problem = fitting[0].Plugin.Problems[0];
        _bag.Add("SF1008", node.UseLocation, $"The node '{node.Name}' cannot use '{node.StageId}': {problem.Message}", $"{problem.Remedy} ({problem.Code}; see 'stroke plugins doctor'.)");
    }

    // A graph that asks for ^1.0 was written for 1.0 or later: that is what the stage has to remember.
    private static bool UnderstandsGraphsOf(StageEntry stage, SemVersionRange range) =>
        SemVersion.TryParse(stage.Stage.GraphsSince, SemVersionStyles.Strict, out SemVersion? since)
        && range.Any(r => r.Start is { } start && SemVersion.ComparePrecedence(start, since) >= 0 && SemVersion.ComparePrecedence(start, stage.Plugin.Version) <= 0);

    private NodeDefinition Migrate(NodeDefinition node, StageEntry stage, SemVersionRange range)
    {
        List<string> changes = [];
        if (stage.Stage.Id != node.StageId) changes.Add($"the stage is called '{stage.Stage.Id}' now");
        NodeDefinition migrated = ParameterMigration.Apply(node, stage.Stage.Parameters, changes);
        if (changes.Count == 0 && range.Contains(stage.Plugin.Version!)) return migrated;
        if (changes.Count == 0) changes.Add("nothing that it sets has changed");
        SemVersion version = stage.Plugin.Version!;
        _migrations.Add("SF1024", node.UseLocation, $"The node '{node.Name}' was written for another version and is run by {stage.Plugin.Name}: {string.Join("; ", changes)}.",
            $"Write \"{stage.Stage.Id}@^{version.Major}.{version.Minor}\" and the present names to be rid of this remark.");
        return migrated;
    }

    private void CheckEdges(NodeDefinition node)
    {
        Dictionary<string, string> edges = _edges[node.Name] = [];
        StageKind? kind = _stages.TryGetValue(node.Name, out StageEntry? stage) ? stage.Stage.Kind : null;
        IReadOnlyList<PortDefinition> ports = kind is { } k ? StagePorts.Inputs(k) : [];
        foreach (InputReference edge in node.Inputs)
        {
            string? target = Resolve(edge.Target, edge.Location);
            if (target is null) continue;
            edges[edge.Port] = target;
            if (kind is null) continue;
            if (ports.FirstOrDefault(p => p.Name == edge.Port) is not { } port)
            {
                _bag.Add("SF1009", edge.Location, $"A {StageKinds.NameOf(kind.Value)} such as '{node.StageId}' has no input '{edge.Port}'.", NameSuggestion.Remedy(edge.Port, ports.Select(p => p.Name)));
                continue;
            }

            if (TypeOf(target) is { } given && !StagePorts.Accepts(port.Type, given))
                _bag.Add("SF1012", edge.Location, $"The input '{edge.Port}' of '{node.Name}' wants {StagePorts.PhraseOf(port.Type)}, but '{target}' gives {StagePorts.PhraseOf(given)}.", Givers(port.Type, node.Name));
        }

        foreach (PortDefinition port in ports.Where(p => p.Required && node.Inputs.All(i => i.Port != p.Name)))
            _bag.Add("SF1010", node.Location, $"The input '{port.Name}' of '{node.Name}' is not connected.", $"Add \"in\": {{ \"{port.Name}\": … }}. {Givers(port.Type, node.Name)}");
    }

    private string? Resolve(string target, LocatedJson at)
    {
        if (target == InputReference.Input || _nodes.ContainsKey(target)) return target;
        string[] known = [InputReference.Input, .. _nodes.Keys];
        _bag.Add("SF1011", at, $"There is no node '{target}'.", NameSuggestion.Remedy(target, known));
        // Going on with what was meant keeps one slip from causing further messages.
        return NameSuggestion.Find(target, known);
    }

    private PortType? TypeOf(string target) =>
        target == InputReference.Input ? PortType.Study : _stages.TryGetValue(target, out StageEntry? stage) ? StagePorts.Output(stage.Stage.Kind) : null;

    private string Givers(PortType type, string except)
    {
        string[] names = [.. _nodes.Keys.Where(n => n != except && TypeOf(n) is { } t && StagePorts.Accepts(type, t))];
        if (type == PortType.Study) names = [InputReference.Input, .. names];
        return names.Length == 0 ? $"No node gives {StagePorts.PhraseOf(type)} yet." : $"Connect {string.Join(" or ", names.Select(n => $"'{n}'"))}.";
    }

    private List<PlannedOutput> CheckOutputs()
    {
        List<PlannedOutput> outputs = [];
        foreach (OutputDefinition output in _definition.Outputs)
        {
            string? target = Resolve(output.Node, output.Location);
            if (target is null) continue;
            if (target == InputReference.Input)
            {
                _bag.Add("SF1020", output.Location, $"The output '{output.Name}' is the input itself.", "Name a node.");
                continue;
            }

            if (TypeOf(target) is not { } type) continue;
            if (OutputNames.TypeOf(output.Name) is { } wanted && wanted != type)
            {
                _bag.Add("SF1012", output.Location, $"The output '{output.Name}' is {StagePorts.PhraseOf(wanted)}, but '{target}' gives {StagePorts.PhraseOf(type)}.", Givers(wanted, ""));
                continue;
            }

            outputs.Add(new(output.Name, target, type));
        }

        return outputs;
    }

    private List<string> Sort()
    {
        List<string> order = [];
        var state = new Dictionary<string, bool>(StringComparer.Ordinal); // false: being visited, true: done
        List<string> trail = [];
        foreach (NodeDefinition node in _definition.Nodes) Visit(node.Name);
        return order;

        void Visit(string name)
        {
            if (state.TryGetValue(name, out bool done))
            {
                if (!done)
                {
                    _hasCycle = true;
                    List<string> cycle = [.. trail[trail.IndexOf(name)..], name];
                    _bag.Add("SF1013", _nodes[name].Location, $"The nodes feed each other in a circle: {string.Join(" <- ", cycle)}.", "Connect one of them to an earlier node or to '$input'.");
                }

                return;
            }

            state[name] = false;
            trail.Add(name);
            foreach (string source in _edges[name].Values.Where(s => s != InputReference.Input).Distinct()) Visit(source);
            trail.RemoveAt(trail.Count - 1);
            state[name] = true;
            order.Add(name);
        }
    }

    private void CheckUnused()
    {
        var used = new HashSet<string>(_edges.Values.SelectMany(e => e.Values), StringComparer.Ordinal);
        foreach (OutputDefinition output in _definition.Outputs) used.Add(_nodes.ContainsKey(output.Node) ? output.Node : NameSuggestion.Find(output.Node, _nodes.Keys) ?? output.Node);
        foreach (NodeDefinition node in _definition.Nodes.Where(n => !used.Contains(n.Name)))
            _bag.Add("SF1014", node.Location, $"Nothing uses the node '{node.Name}'.", "Connect it, name it under \"outputs\", or remove it.");
    }

    private List<InputNeed> CheckNeeds(List<string> order)
    {
        List<InputNeed> needs = [];
        var carried = new Dictionary<string, StudyTraits>(StringComparer.Ordinal) { [InputReference.Input] = StudyTraits.None };
        foreach (string name in order)
        {
            if (!_edges[name].TryGetValue("study", out string? source)) continue;
            StudyTraits brought = carried.GetValueOrDefault(source);
            if (!_stages.TryGetValue(name, out StageEntry? stage))
            {
                carried[name] = brought | StudyTraits.BrainMask | StudyTraits.UnitIntensity; // unknown stage: no second complaint
                continue;
            }

            foreach (StudyTraits trait in StudyTraitNames.Split(stage.Stage.Needs & ~brought))
            {
                // ADC and b0 come with the study or not; the rest only a stage can provide.
                if (trait is StudyTraits.Adc or StudyTraits.B0) needs.Add(new(name, trait));
                else ReportNeed(name, source, trait);
            }

            carried[name] = brought | stage.Stage.Provides;
        }

        return needs;
    }

    private void ReportNeed(string name, string source, StudyTraits trait)
    {
        string[] providers =
        [
            .. _catalog.StageIds.Where(id => _catalog.FindStage(id).Any(s => s.Stage.Kind == StageKind.Preprocessor && s.Stage.Provides.HasFlag(trait) && s.Plugin.IsUsable)),
        ];
        string remedy = providers.Length == 0 ? "No installed plugin provides it." : $"Put a node between them that provides it, such as one that uses {string.Join(" or ", providers.Select(p => $"'{p}'"))}.";
        LocatedJson at = _nodes[name].Inputs.FirstOrDefault(i => i.Port == "study")?.Location ?? _nodes[name].Location;
        _bag.Add("SF1015", at, $"The node '{name}' needs {StudyTraitNames.PhraseOf(trait)}, which the study from '{source}' does not carry.", remedy);
    }
}
