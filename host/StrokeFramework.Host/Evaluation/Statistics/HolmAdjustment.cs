namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// Holm's step-down adjustment of several p-values: calling those at most α significant keeps the chance of even one
/// false claim at most α (Holm 1979, Scandinavian Journal of Statistics 6:65-70).
/// </summary>
public static class HolmAdjustment
{
    /// <summary>The adjusted p-values, in the order given. A NaN stays NaN and does not count as a test.</summary>
    /// <param name="values">The p-values of one family of tests.</param>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] adjusted = [.. values];
        int[] order = [.. Enumerable.Range(0, adjusted.Length).Where(n => !double.IsNaN(adjusted[n])).OrderBy(n => adjusted[n])];
        double highest = 0;
        for (int rank = 0; rank < order.Length; rank++)
        {
            highest = Math.Max(highest, Math.Min(1, (order.Length - rank) * values[order[rank]]));
            adjusted[order[rank]] = highest;
        }

        return adjusted;
    }
}
