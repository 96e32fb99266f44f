namespace StrokeFramework.Conformance.Inputs;

/// <summary>Makes feature tables: a cloud of rows per stroke type, overlapping a little.</summary>
internal static class ExampleRows
{
    /// <summary>Rows with their classes in turn, two rows to a patient.</summary>
    public static LabelledFeatures Clouds(int rows, int columns, int seed = 1)
    {
        var random = new Random(seed);
        var values = new double[rows][];
        for (int r = 0; r < rows; r++)
        {
            values[r] = new double[columns];
            for (int c = 0; c < columns; c++)
            {
                double center = c == 0 ? r % 4 / 2 : c == 1 ? r % 2 : 0;
                values[r][c] = (c + 1) * (center + (0.8 * (random.NextDouble() + random.NextDouble() - 1)));
            }
        }

        return Labelled(values, r => StrokeTypes.All[r % 4]);
    }

    public static LabelledFeatures Labelled(double[][] values, Func<int, string> label) => new(
        Table(values[0].Length, values), [.. values.Select((_, r) => label(r))], [.. values.Select((_, r) => $"patient-{r / 2}")]);

    public static FeatureTable Table(int columns, double[][] values) => new(
        new([.. Enumerable.Range(1, columns).Select(c => new FeatureColumn($"feature_{c}", "", "A number made up for the check."))]),
        [.. values.Select((v, r) => new FeatureRow(r + 1, null, v))]);

    /// <summary>The same rows with one value in so many replaced.</summary>
    public static LabelledFeatures With(LabelledFeatures rows, double value, int every)
    {
        int n = 0;
        double[][] values = [.. rows.Features.Rows.Select(r => r.Values.ToArray().Select(v => n++ % every == 0 ? value : v).ToArray())];
        return Labelled(values, r => rows.Labels[r]);
    }
}
