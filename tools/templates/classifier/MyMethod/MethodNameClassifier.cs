namespace MethodName;

/// <summary>Gives each lesion the class whose mean it is nearest to, in standardized features.</summary>
[Stage("my-method", "1.0.0",
    Title = "Nearest centroid",
    Description = "Gives each lesion the class whose mean it is nearest to, in standardized features.",
    Citation = "Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, doi:10.1007/978-0-387-84858-7")]
public sealed class MethodNameClassifier : Classifier<NoSettings>
{
    /// <inheritdoc/>
    public override IClassifierModel Train(LabelledFeatures examples, StageContext context)
    {
        string[] classes = [.. examples.Labels.Distinct().Order(StringComparer.Ordinal)];
        if (classes.Length < 2) throw new StageException("Training needs rows of at least two classes.");

        FeatureSchema schema = examples.Features.Schema;
        int columns = schema.Columns.Count;
        double[] means = new double[columns], deviations = new double[columns];
        for (int f = 0; f < columns; f++)
        {
            double[] known = [.. examples.Features.Rows.Select(r => r.Values.Span[f]).Where(double.IsFinite)];
            if (known.Length == 0) continue;
            means[f] = known.Average();
            deviations[f] = Math.Sqrt(known.Average(v => (v - means[f]) * (v - means[f])));
            if (!double.IsFinite(deviations[f])) throw new StageException($"The values of '{schema.Columns[f].Name}' are too large to be standardized. Give the feature another unit.");
        }

        var centroids = new double[classes.Length][];
        for (int c = 0; c < classes.Length; c++)
        {
            double[][] rows = [.. examples.Features.Rows.Where((_, n) => examples.Labels[n] == classes[c]).Select(r => MethodNameModel.Standardize(r.Values.Span, means, deviations))];
            centroids[c] = [.. Enumerable.Range(0, columns).Select(f => rows.Average(r => r[f]))];
        }

        return new MethodNameModel(schema.Hash, classes, means, deviations, centroids);
    }

    /// <inheritdoc/>
    public override IClassifierModel Load(Stream stream) => MethodNameModel.Read(stream);
}
