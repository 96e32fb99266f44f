namespace StrokeFramework.Classification;

/// <summary>The rows that a classifier can learn from, and their classes.</summary>
internal sealed class TrainingSet
{
    private TrainingSet(ModelHeader header, int[] labels, ReadOnlyMemory<double>[] rows) => (Header, Labels, Rows) = (header, labels, rows);

    /// <summary>Features, their spread, and classes.</summary>
    public ModelHeader Header { get; }

    /// <summary>The class names in ordinal order, at least two, each with at least one row.</summary>
    public IReadOnlyList<string> Classes => Header.Classes;

    /// <summary>The class of each row, as its place among <see cref="Classes"/>.</summary>
    public int[] Labels { get; }

    /// <summary>The rows as they were measured, all finite.</summary>
    public ReadOnlyMemory<double>[] Rows { get; }

    /// <summary>Number of features.</summary>
    public int Features => Header.Features.Names.Count;

    /// <summary>Leaves rows with missing values out, with a warning, and measures the others.</summary>
    /// <exception cref="StageException">Nothing can be learned from what is left; the message says why.</exception>
    public static TrainingSet From(LabelledFeatures examples, IStageLog? log)
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
        FeatureSchema schema = examples.Features.Schema;
        Standardizer standardizer = Standardizer.Fit(rows, schema.Columns.Count);
        CheckSpread(standardizer, schema.Columns, log);
        return new(new(FeatureNames.Of(schema), standardizer, classes), labels, rows);
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

    private static bool IsFinite(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) return false;
        }

        return true;
    }
}
