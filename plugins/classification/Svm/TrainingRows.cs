namespace StrokeFramework.Svm;

/// <summary>The rows that can be learned from, standardized, and their classes.</summary>
internal sealed class TrainingRows
{
    private TrainingRows(IReadOnlyList<string> classes, int[] labels, Standardizer standardizer, float[][] rows)
    {
        (Classes, Labels, Standardizer, Rows) = (classes, labels, standardizer, rows);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        VectorOf = [.. rows.Select(r => numbers.TryAdd(KeyOf(r), numbers.Count) ? numbers.Count - 1 : numbers[KeyOf(r)])];
        Numbers = numbers;
    }

    /// <summary>The class names in ordinal order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The class of each row, as its place among <see cref="Classes"/>.</summary>
    public int[] Labels { get; }

    /// <summary>The shift and scale of each feature.</summary>
    public Standardizer Standardizer { get; }

    /// <summary>The standardized rows in the precision that OpenCV works in.</summary>
    public float[][] Rows { get; }

    /// <summary>For each row the number of its values: rows of equal values share it.</summary>
    public int[] VectorOf { get; }

    private Dictionary<string, int> Numbers { get; }

    /// <summary>The number of a row of values that occurs among the training rows.</summary>
    public int NumberOf(ReadOnlySpan<float> values) => Numbers[KeyOf(values)];

    /// <summary>Leaves rows with missing values out and standardizes the others.</summary>
    /// <exception cref="StageException">Nothing can be learned from what is left; the message says why.</exception>
    public static TrainingRows From(LabelledFeatures examples, IStageLog? log)
    {
        IReadOnlyList<FeatureRow> all = examples.Features.Rows;
        if (all.Count == 0) throw new StageException("There is no training row. Check that the training studies have lesions with a known stroke type.");
        int[] used = [.. Enumerable.Range(0, all.Count).Where(n => IsFinite(all[n].Values.Span))];
        if (used.Length == 0) throw new StageException($"Each of the {all.Count} training rows has a missing value. Check the features, or leave out the one that is never known.");
        if (used.Length < all.Count) log?.Warning($"{all.Count - used.Length} of {all.Count} training rows have missing values and are left out.");

        string[] classes = [.. used.Select(n => examples.Labels[n]).Distinct().Order(StringComparer.Ordinal)];
        if (classes.Length == 1) throw new StageException($"All {used.Length} usable training rows are of the class '{classes[0]}'. A classifier needs rows of at least two classes.");
        int[] labels = [.. used.Select(n => Array.BinarySearch(classes, examples.Labels[n], StringComparer.Ordinal))];
        WarnOfSmallClasses(examples, classes, labels, log);

        ReadOnlyMemory<double>[] rows = [.. used.Select(n => all[n].Values)];
        IReadOnlyList<FeatureColumn> columns = examples.Features.Schema.Columns;
        Standardizer standardizer = Standardizer.Fit(rows, columns.Count);
        CheckSpread(standardizer, columns, log);
        return new(classes, labels, standardizer, [.. rows.Select(r => Standardized(standardizer, r.Span))]);
    }

    private static void WarnOfSmallClasses(LabelledFeatures examples, string[] classes, int[] labels, IStageLog? log)
    {
        for (int c = 0; c < classes.Length; c++)
        {
            if (labels.Count(l => l == c) == 1) log?.Warning($"The class '{classes[c]}' has a single training row; what is learned of it is that row.");
        }

        foreach (string lost in examples.Labels.Distinct().Except(classes).Order(StringComparer.Ordinal))
            log?.Warning($"Every training row of the class '{lost}' has missing values, so the model does not know that class.");
    }

    private static void CheckSpread(Standardizer standardizer, IReadOnlyList<FeatureColumn> columns, IStageLog? log)
    {
        for (int f = 0; f < columns.Count; f++)
        {
            if (!double.IsFinite(standardizer.Means[f]) || !double.IsFinite(standardizer.Deviations[f]))
                throw new StageException($"The values of the feature '{columns[f].Name}' are too large to compute with.");
        }

        string[] constant = [.. columns.Where((_, f) => standardizer.Deviations[f] == 0).Select(c => $"'{c.Name}'")];
        if (constant.Length == columns.Count) throw new StageException("Every feature has the same value in all training rows, so nothing can be learned from them.");
        if (constant.Length > 0) log?.Warning($"The same value in all training rows, and therefore without effect: {string.Join(", ", constant)}.");
    }

    private static float[] Standardized(Standardizer standardizer, ReadOnlySpan<double> row)
    {
        Span<double> values = new double[row.Length];
        standardizer.Apply(row, values);
        var result = new float[row.Length];
        for (int f = 0; f < result.Length; f++) result[f] = (float)values[f];
        return result;
    }

    private static bool IsFinite(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) return false;
        }

        return true;
    }

    private static string KeyOf(ReadOnlySpan<float> values) => new(System.Runtime.InteropServices.MemoryMarshal.Cast<float, char>(values));
}
