namespace StrokeFramework.WeightedKnn;

/// <summary>
/// Nearest neighbors, weighted by distance: a row is of the class that its nearest training rows, in standardized
/// features, are mostly of.
/// </summary>
[Stage("weighted-knn", "1.0.0",
    Title = "Weighted nearest neighbors",
    Description = "The nearest training rows in standardized features vote with the inverse square of their distance.",
    Citation = "Dudani 1976, The distance-weighted k-nearest-neighbor rule, doi:10.1109/TSMC.1976.5408784")]
public sealed class WeightedKnnClassifier : Classifier<WeightedKnnSettings>
{
    /// <inheritdoc/>
    /// <remarks>
    /// The model keeps the training rows. Rows with a value that is missing or not finite are left out, with a warning.
    /// Random numbers are not used.
    /// </remarks>
    public override IClassifierModel Train(LabelledFeatures examples, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(context);
        context.CancellationToken.ThrowIfCancellationRequested();
        TrainingSet training = TrainingSet.From(examples, context.Log);
        int rows = training.Rows.Length, features = training.Features;
        if (rows < Parameters.Neighbors)
            context.Log?.Warning($"There are {rows} usable training rows and {Parameters.Neighbors} neighbors are to be asked; all {rows} are.");

        var values = new double[rows * features];
        for (int n = 0; n < rows; n++) training.Header.Standardizer.Apply(training.Rows[n].Span, values.AsSpan(n * features, features));
        return new WeightedKnnModel(training.Header, Parameters.Neighbors, Parameters.Weighting, training.Labels, new(values, features));
    }

    /// <inheritdoc/>
    public override IClassifierModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ModelFormat.Read(stream);
    }
}
