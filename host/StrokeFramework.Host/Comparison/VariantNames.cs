using StrokeFramework.Host.Pipelines;

namespace StrokeFramework.Host.Comparison;

/// <summary>Names variants by what they differ in: the graph's file, and the stage of each swapped node, with its version where two versions of one plugin stand side by side.</summary>
internal static class VariantNames
{
    /// <summary>Stands between the parts of a name.</summary>
    public const string Separator = " / ";

    /// <summary>Names the variants.</summary>
    /// <param name="pipelines">The graphs' files.</param>
    /// <param name="swaps">The swapped nodes.</param>
    /// <param name="candidates">The variants.</param>
    public static IReadOnlyList<ComparisonVariant> Name(IReadOnlyList<string> pipelines, IReadOnlyList<SwapAlternatives> swaps, IReadOnlyList<ComparisonPlanner.Candidate> candidates)
    {
        string[] graphs = OfGraphs(pipelines, candidates);
        List<ComparisonVariant> variants = [];
        foreach (ComparisonPlanner.Candidate candidate in candidates)
        {
            List<string> parts = [pipelines.Count > 1 ? graphs[candidate.Pipeline] : ""];
            parts.AddRange(swaps.Select(swap => swap.Stages.Count > 1 ? OfStage(swap, candidate) : ""));
            string name = string.Join(Separator, parts.Where(p => p.Length > 0));
            variants.Add(new(name.Length > 0 ? name : graphs[candidate.Pipeline], parts, candidate.Plan));
        }

        return variants;
    }

    private static string[] OfGraphs(IReadOnlyList<string> files, IReadOnlyList<ComparisonPlanner.Candidate> candidates)
    {
        string[] byFile = [.. files.Select(f => Path.GetFileNameWithoutExtension(f))];
        if (byFile.Distinct(StringComparer.Ordinal).Count() == files.Count) return byFile;
        string[] byTitle = [.. files.Select((_, n) => candidates.First(c => c.Pipeline == n).Plan.Definition.Name)];
        return byTitle.Distinct(StringComparer.Ordinal).Count() == files.Count ? byTitle : [.. files];
    }

    private static string OfStage(SwapAlternatives swap, ComparisonPlanner.Candidate candidate)
    {
        PlannedNode node = candidate.Plan.Nodes.First(n => n.Name == swap.Node);
        string stage = node.Stage.Stage.Id;
        return swap.Stages.Count(s => PipelineReader.SplitUse(s).StageId == stage) > 1 ? $"{stage} {node.Stage.Plugin.Manifest!.Version}" : stage;
    }
}
