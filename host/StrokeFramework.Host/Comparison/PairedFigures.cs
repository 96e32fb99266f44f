using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>What pairs of segmentations and pairs of classifiers have in common.</summary>
internal static class PairedFigures
{
    /// <summary>Compares every pair of names and adjusts the p-values for their number.</summary>
    /// <param name="names">The names, in order.</param>
    /// <param name="compare">Compares two; null where there is nothing to compare.</param>
    public static IReadOnlyList<ComparedPair> Compare(IReadOnlyList<string> names, Func<string, string, ComparedPair?> compare)
    {
        List<ComparedPair> pairs = [.. names.Index().SelectMany(a => names.Skip(a.Index + 1), (a, b) => compare(a.Item, b)).OfType<ComparedPair>()];
        IReadOnlyList<double> adjusted = HolmAdjustment.Adjust(pairs.ConvertAll(p => p.PValue));
        return [.. pairs.Zip(adjusted, (pair, p) => pair with { HolmPValue = p })];
    }
}
