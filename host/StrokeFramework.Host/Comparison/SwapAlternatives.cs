using StrokeFramework.Host.Pipelines;

namespace StrokeFramework.Host.Comparison;

/// <summary>The stages that a comparison puts into one node, one after the other.</summary>
/// <param name="Node">The node's name.</param>
/// <param name="Stages">The stages, each as <c>stage</c> or <c>stage@range</c>, each once.</param>
internal sealed record SwapAlternatives(string Node, IReadOnlyList<string> Stages)
{
    /// <summary>Reads options of the form <c>node=a,b@range,c</c>; several about one node add up.</summary>
    /// <param name="options">The options as they were given.</param>
    /// <param name="problems">Where mistakes go.</param>
    public static IReadOnlyList<SwapAlternatives> Parse(IReadOnlyList<string> options, List<PipelineDiagnostic> problems)
    {
        List<SwapAlternatives> alternatives = [];
        foreach (string option in options)
        {
            int equals = option.IndexOf('=', StringComparison.Ordinal);
            string[] stages = equals <= 0 ? [] : option[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries);
            if (stages.Length == 0 || stages.Contains(""))
            {
                problems.Add(new("SF1021", $"--swap {option}", null, "A swap names a node and the stages to try in it.", "Write --swap node=stage,stage@range,…"));
                continue;
            }

            string node = option[..equals];
            int known = alternatives.FindIndex(a => a.Node == node);
            if (known < 0) alternatives.Add(new(node, stages));
            else alternatives[known] = new(node, [.. alternatives[known].Stages, .. stages]);
        }

        foreach (SwapAlternatives swap in alternatives)
        {
            foreach ((string twice, _) in swap.Stages.CountBy(s => s, StringComparer.Ordinal).Where(s => s.Value > 1))
                problems.Add(new("SF1024", $"--swap {swap.Node}=…", null, $"'{twice}' is given twice for the node '{swap.Node}'.", "Name each stage once."));
        }

        return alternatives;
    }
}
