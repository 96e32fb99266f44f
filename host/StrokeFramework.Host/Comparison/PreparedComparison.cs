using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Models;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Comparison;

/// <summary>Variants whose plugins are loaded, merged so that what they have in common runs once, and the columns that they are compared by.</summary>
public sealed class PreparedComparison
{
    private PreparedComparison(
        IReadOnlyList<ComparisonVariant> variants, IReadOnlyList<PreparedPipeline> prepared, IReadOnlyList<PreparedPipeline> merged, IReadOnlyList<ComparedTechnique> segmentations, IReadOnlyList<ComparedTechnique> classifiers) =>
        (Variants, Prepared, Merged, Segmentations, Classifiers) = (variants, prepared, merged, segmentations, classifiers);

    /// <summary>The variants.</summary>
    public IReadOnlyList<ComparisonVariant> Variants { get; }

    /// <summary>Each variant by itself, in the order of <see cref="Variants"/>.</summary>
    public IReadOnlyList<PreparedPipeline> Prepared { get; }

    /// <summary>The pipelines that do the work of all variants: one, or one for each smallest lesion that the graphs set.</summary>
    public IReadOnlyList<PreparedPipeline> Merged { get; }

    /// <summary>The segmentations, the one that the others are compared with first.</summary>
    public IReadOnlyList<ComparedTechnique> Segmentations { get; }

    /// <summary>The classifiers, the one that the others are compared with first.</summary>
    public IReadOnlyList<ComparedTechnique> Classifiers { get; }

    /// <summary>The seed of all variants.</summary>
    public ulong Seed => Variants[0].Plan.Definition.Seed;

    /// <summary>Loads the plugins of all variants and merges them.</summary>
    /// <exception cref="PluginException">A plugin cannot be loaded.</exception>
    /// <exception cref="PipelineException">A stage refuses its parameters, or there are not two of anything to compare.</exception>
    public static PreparedComparison Prepare(IReadOnlyList<ComparisonVariant> variants, PluginHost host)
    {
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentNullException.ThrowIfNull(host);
        List<string> problems = [];
        List<PreparedPipeline> prepared = [];
        foreach (ComparisonVariant variant in variants)
        {
            try
            {
                prepared.Add(ModelBinder.BindImageLearners(PreparedPipeline.Prepare(variant.Plan, host), null));
            }
            catch (PipelineException e)
            {
                problems.Add(e.Message);
            }
        }

        if (problems.Count > 0) throw new PipelineException(string.Join(Environment.NewLine, problems.Distinct(StringComparer.Ordinal)));
        return Merge(variants, prepared);
    }

    /// <summary>Merges prepared variants.</summary>
    /// <exception cref="PipelineException">There are not two of anything to compare.</exception>
    internal static PreparedComparison Merge(IReadOnlyList<ComparisonVariant> variants, IReadOnlyList<PreparedPipeline> prepared)
    {
        double[] sizes = [.. variants.Select(v => v.Plan.Definition.MinimumLesionVolume).Distinct()];
        var mergers = Array.ConvertAll(sizes, _ => new PipelineMerger());
        List<TechniqueNames.Found> segmentations = [], classifiers = [];
        foreach ((int v, ComparisonVariant variant) in variants.Index())
        {
            int place = Array.IndexOf(sizes, variant.Plan.Definition.MinimumLesionVolume);
            IReadOnlyDictionary<string, string> merged = mergers[place].Add(prepared[v], variant.Name);
            foreach (PlannedOutput output in variant.Plan.Outputs.Where(o => o.Type == PortType.Segmentation)) segmentations.Add(Found(variant, output.Name, output.Node));
            foreach (PlannedNode node in variant.Plan.Nodes.Where(n => n.Stage.Stage.Kind == StageKind.Classifier))
                classifiers.Add(Found(variant, variant.Plan.Outputs.FirstOrDefault(o => o.Node == node.Name)?.Name ?? node.Name, node.Name));

            TechniqueNames.Found Found(ComparisonVariant from, string output, string node)
            {
                StageEntry stage = from.Plan.Nodes.First(n => n.Name == node).Stage;
                return new(from, output, stage.Stage.Id, stage.Plugin.Manifest!.Version, merged[node], place);
            }
        }

        var comparison = new PreparedComparison(variants, prepared, [.. mergers.Select(m => m.ToPipeline())], TechniqueNames.Name(segmentations), TechniqueNames.Name(classifiers));
        if (comparison.Segmentations.Count < 2 && comparison.Classifiers.Count < 2)
            throw new PipelineException($"There is nothing to compare '{variants[0].Name}' with. Name a second pipeline, stages to try with --swap node=a,b, or a graph with several masks; 'stroke evaluate' judges one pipeline alone.");
        return comparison;
    }
}
