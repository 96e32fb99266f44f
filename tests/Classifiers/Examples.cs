namespace StrokeFramework.ClassifierTests;

/// <summary>Makes feature tables.</summary>
internal static class Examples
{
    public static FeatureTable Table(params double[][] rows) => Table(rows[0].Length, rows);

    public static FeatureTable Table(int features, IReadOnlyList<double[]> rows) => new(
        new([.. Enumerable.Range(1, features).Select(f => new FeatureColumn($"feature_{f}", "", ""))]),
        [.. rows.Select((r, n) => new FeatureRow(n + 1, null, r))]);

    public static LabelledFeatures Labelled(IReadOnlyList<double[]> rows, IReadOnlyList<string> labels) =>
        new(Table(rows[0].Length, rows), labels, [.. labels.Select((_, n) => $"patient-{n}")]);

    /// <summary>Overlapping clouds, one per class, around points on a circle.</summary>
    public static LabelledFeatures Clouds(int classes, int perClass, int features, double spread, int seed = 1)
    {
        var random = new Random(seed);
        var rows = new List<double[]>();
        var labels = new List<string>();
        for (int n = 0; n < classes * perClass; n++)
        {
            int c = n % classes;
            double angle = 2 * Math.PI * c / classes;
            var row = new double[features];
            for (int f = 0; f < features; f++)
            {
                double center = f == 0 ? Math.Cos(angle) : f == 1 ? Math.Sin(angle) : 0;
                row[f] = center + (spread * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5));
            }

            rows.Add(row);
            labels.Add(StrokeTypes.All[c]);
        }

        return Labelled(rows, labels);
    }

    public static string[] Best(IClassifierModel model, FeatureTable table)
    {
        ClassProbabilities probabilities = model.Predict(table);
        return [.. Enumerable.Range(0, table.Rows.Count).Select(probabilities.Best)];
    }

    public static double[] Values(ClassProbabilities probabilities) => [.. probabilities.Rows.SelectMany(r => r.ToArray())];
}
