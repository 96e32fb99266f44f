namespace StrokeFramework.Host.Evaluation;

/// <summary>Quantiles of sorted values.</summary>
internal static class Quantile
{
    /// <summary>The value below which a fraction lies, linear between neighbors; NaN when there is no value.</summary>
    public static double OfSorted(IReadOnlyList<double> ascending, double fraction)
    {
        if (ascending.Count == 0) return double.NaN;
        double place = fraction * (ascending.Count - 1);
        int below = (int)place, above = Math.Min(below + 1, ascending.Count - 1);
        return ascending[below] + ((place - below) * (ascending[above] - ascending[below]));
    }
}
