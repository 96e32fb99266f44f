using StrokeFramework.Host.Pipelines;

namespace StrokeFramework.Host.Comparison;

/// <summary>Makes columns of what variants have in common and names them by what sets them apart.</summary>
internal static class TechniqueNames
{
    /// <summary>The columns, in the order in which they were found.</summary>
    public static IReadOnlyList<ComparedTechnique> Name(IReadOnlyList<Found> found)
    {
        List<ComparedTechnique> techniques = [];
        foreach (IGrouping<(int Merged, string Node), Found> same in found.GroupBy(f => (f.Merged, f.Node)))
        {
            Found first = same.First();
            bool several = found.Where(f => f.Variant == first.Variant).DistinctBy(f => f.Node).Count() > 1;
            // Two versions of one plugin in one graph are told apart by their versions.
            bool alike = found.Any(f => f.Variant == first.Variant && f.Node != first.Node && f.Stage == first.Stage);
            string name = Describe([.. same.Select(f => f.Variant).Distinct()], first, several, alike ? $"{first.Stage} {first.Version}" : first.Stage);
            if (techniques.Exists(t => t.Name == name)) name = $"{name} ({same.Key.Node})";
            techniques.Add(new(name, first.Stage, same.Key.Node, same.Key.Merged, [.. same.Select(f => f.Variant.Name).Distinct(StringComparer.Ordinal)]));
        }

        return techniques;
    }

    private static string Describe(IReadOnlyList<ComparisonVariant> variants, Found first, bool several, string stage)
    {
        // What all sharing variants have in common names the column; what they differ in has no part in it.
        string common = string.Join(VariantNames.Separator, first.Variant.Parts.Where((p, n) => p.Length > 0 && variants.All(v => v.Parts[n] == p)));
        if (common.Length > 0) return several ? $"{common}: {first.Output}" : common;
        // "mask" and "type" say what an output is, not how it was made.
        return first.Output is OutputNames.Mask or OutputNames.Type ? stage : first.Output;
    }

    /// <summary>A segmentation output or a classifier of one variant.</summary>
    /// <param name="Variant">The variant.</param>
    /// <param name="Output">The output's name in its graph.</param>
    /// <param name="Stage">Id of the stage behind it.</param>
    /// <param name="Version">Version of the stage's plugin.</param>
    /// <param name="Node">Its node in the merged pipeline.</param>
    /// <param name="Merged">Which of the merged pipelines it belongs to.</param>
    internal sealed record Found(ComparisonVariant Variant, string Output, string Stage, string Version, string Node, int Merged);
}
