namespace StrokeFramework.ClassifierBenchmark;

/// <summary>Rows to time classifiers on: one overlapping cloud per stroke type.</summary>
internal static class BenchmarkTable
{
    /// <summary>Makes labelled rows; the same seed gives the same rows.</summary>
    /// <param name="count">Number of rows.</param>
    /// <param name="features">Number of features, at least 2.</param>
    /// <param name="spread">Standard deviation of a cloud; the clouds lie on a circle of radius 1.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    public static LabelledFeatures Make(int count, int features, double spread, int seed)
    {
        var random = new Random(seed);
        var rows = new FeatureRow[count];
        var labels = new string[count];
        for (int n = 0; n < count; n++)
        {
            int type = n % StrokeTypes.All.Count;
            double angle = 2 * Math.PI * type / StrokeTypes.All.Count;
            var values = new double[features];
            for (int f = 0; f < features; f++)
                values[f] = (f == 0 ? Math.Cos(angle) : f == 1 ? Math.Sin(angle) : 0) + (spread * Normal(random));
            (rows[n], labels[n]) = (new(n + 1, null, values), StrokeTypes.All[type]);
        }

        var schema = new FeatureSchema([.. Enumerable.Range(1, features).Select(f => new FeatureColumn($"feature_{f}", "", "A random number."))]);
        return new(new(schema, rows), labels, [.. labels.Select((_, n) => $"{n}")]);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
