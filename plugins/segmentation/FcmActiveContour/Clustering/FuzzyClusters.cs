namespace StrokeFramework.FcmActiveContour.Clustering;

/// <summary>What fuzzy c-means found.</summary>
/// <param name="Centers">Cluster centers, ascending.</param>
/// <param name="Fuzziness">The exponent m of the memberships, above 1.</param>
/// <param name="Objective">J after each iteration.</param>
internal sealed record FuzzyClusters(IReadOnlyList<double> Centers, double Fuzziness, IReadOnlyList<double> Objective)
{
    /// <summary>A squared distance below which a value lies on a center: keeps the quotients finite.</summary>
    internal const double LeastSquare = 1e-30;

    /// <summary>The number of clusters.</summary>
    public int Count => Centers.Count;

    /// <summary>The memberships of an intensity in all clusters; they sum to 1.</summary>
    /// <param name="value">The intensity.</param>
    /// <param name="memberships">Takes one number per cluster.</param>
    public void Memberships(double value, Span<double> memberships)
    {
        double nearest = double.PositiveInfinity, sum = 0;
        foreach (double center in Centers) nearest = Math.Min(nearest, Square(value, center));
        for (int c = 0; c < Count; c++)
        {
            memberships[c] = Math.Pow(nearest / Square(value, Centers[c]), 1 / (Fuzziness - 1));
            sum += memberships[c];
        }

        for (int c = 0; c < Count; c++) memberships[c] /= sum;
    }

    private static double Square(double value, double center) => Math.Max(LeastSquare, (value - center) * (value - center));
}
