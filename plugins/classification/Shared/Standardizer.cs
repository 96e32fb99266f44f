namespace StrokeFramework.Classification;

/// <summary>Shifts and scales each feature to mean 0 and standard deviation 1 (over n) of the training rows.</summary>
/// <param name="Means">Mean of each feature.</param>
/// <param name="Deviations">Standard deviation of each feature; 0 where it is constant.</param>
internal sealed record Standardizer(double[] Means, double[] Deviations)
{
    // Far beyond any measurement; keeps powers and sums of what is predicted on finite.
    private const double Furthest = 1e9;

    /// <summary>Measures training rows, at least one, all finite.</summary>
    public static Standardizer Fit(IReadOnlyList<ReadOnlyMemory<double>> rows, int features)
    {
        var means = new double[features];
        var deviations = new double[features];
        for (int f = 0; f < features; f++)
        {
            double low = double.PositiveInfinity, high = double.NegativeInfinity, sum = 0, squares = 0;
            foreach (ReadOnlyMemory<double> row in rows)
            {
                double value = row.Span[f];
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
                sum += value / rows.Count;
            }

            foreach (ReadOnlyMemory<double> row in rows) squares += (row.Span[f] - sum) * (row.Span[f] - sum) / rows.Count;
            means[f] = sum;
            // Rounding alone must not make a constant feature look like a varying one.
            deviations[f] = high > low ? Math.Sqrt(squares) : 0;
        }

        return new(means, deviations);
    }

    /// <summary>Standardizes a row. Constant features become 0, and so do values that are not finite, as if they were the mean.</summary>
    public void Apply(ReadOnlySpan<double> row, Span<double> standardized)
    {
        for (int f = 0; f < row.Length; f++)
        {
            standardized[f] = Deviations[f] > 0 && double.IsFinite(row[f])
                ? Math.Clamp((row[f] - Means[f]) / Deviations[f], -Furthest, Furthest)
                : 0;
        }
    }
}
