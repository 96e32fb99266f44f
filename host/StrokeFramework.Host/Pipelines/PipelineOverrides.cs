using System.Text.Json;

namespace StrokeFramework.Host.Pipelines;

/// <summary>Changes to a graph that come from the command line.</summary>
public sealed record PipelineOverrides
{
    /// <summary>No change.</summary>
    public static PipelineOverrides None { get; } = new();

    /// <summary>Parameters, each as <c>node.parameter=value</c>.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>Stages, each as <c>node=stage</c> or <c>node=stage@range</c>.</summary>
    public IReadOnlyList<string> Swaps { get; init; } = [];

    /// <summary>The run's seed, or null to keep the graph's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Applies the changes; mistakes are added to the diagnostics.</summary>
    internal PipelineDefinition Apply(PipelineDefinition definition, DiagnosticBag bag)
    {
        List<NodeDefinition> nodes = [.. definition.Nodes];
        // Swaps come first, so that --set speaks of the new stage's parameters.
        foreach (string swap in Swaps) ApplySwap(nodes, swap, bag);
        foreach (string set in Sets) ApplySet(nodes, set, bag);
        return definition with { Nodes = nodes, Seed = Seed ?? definition.Seed };
    }

    private static void ApplySwap(List<NodeDefinition> nodes, string swap, DiagnosticBag bag)
    {
        string option = $"--swap {swap}";
        int equals = swap.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == swap.Length - 1)
        {
            bag.Add("SF1021", option, null, "A swap names a node and a stage.", "Write --swap node=stage@range.");
            return;
        }

        if (FindNode(nodes, swap[..equals], option, bag) is not { } n) return;
        (string stageId, string range) = PipelineReader.SplitUse(swap[(equals + 1)..]);
        NodeDefinition node = nodes[n];
        nodes[n] = node with
        {
            StageId = stageId,
            Range = range,
            UseLocation = LocatedJson.FromOption(option, JsonSerializer.SerializeToElement(swap[(equals + 1)..])),
            // Another stage has other parameters and another model; another version of the same stage has the same.
            Parameters = stageId == node.StageId ? node.Parameters : [],
            Model = stageId == node.StageId ? node.Model : null,
        };
    }

    private static void ApplySet(List<NodeDefinition> nodes, string set, DiagnosticBag bag)
    {
        string option = $"--set {set}";
        int equals = set.IndexOf('=', StringComparison.Ordinal), dot = set.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || equals <= dot + 1)
        {
            bag.Add("SF1021", option, null, "A setting names a node, a parameter and a value.", "Write --set node.parameter=value.");
            return;
        }

        if (FindNode(nodes, set[..dot], option, bag) is not { } n) return;
        string parameter = set[(dot + 1)..equals];
        LocatedJson value = LocatedJson.FromOption(option, ParseValue(set[(equals + 1)..]));
        nodes[n] = nodes[n] with { Parameters = [.. nodes[n].Parameters.Where(p => p.Name != parameter), new(parameter, null, value)] };
    }

    private static int? FindNode(List<NodeDefinition> nodes, string name, string option, DiagnosticBag bag)
    {
        int n = nodes.FindIndex(d => d.Name == name);
        if (n >= 0) return n;
        bag.Add("SF1021", option, null, $"The pipeline has no node '{name}'.", NameSuggestion.Remedy(name, nodes.Select(d => d.Name)));
        return null;
    }

    // A shell gives text: what reads as JSON is JSON, anything else is a text, so that quotes are not needed.
    private static JsonElement ParseValue(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text);
        }
    }
}
