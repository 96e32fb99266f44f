namespace StrokeFramework.Lda;

/// <summary>Means of the classes and the covariance that they share, of standardized features.</summary>
/// <param name="Counts">Rows of each class.</param>
/// <param name="Means">Mean of each class.</param>
/// <param name="Covariance">Pooled covariance over n - K.</param>
internal sealed record ClassMoments(int[] Counts, double[][] Means, double[,] Covariance)
{
    /// <summary>Measures training rows.</summary>
    /// <exception cref="StageException">There are no more rows than classes, or more features than can be handled.</exception>
    public static ClassMoments Of(TrainingSet training, CancellationToken cancellationToken)
    {
        const int mostFeatures = 2000;
        int features = training.Features, classes = training.Classes.Count;
        if (features > mostFeatures) throw new StageException($"Linear discriminant analysis takes at most {mostFeatures} features, not {features}. Use fewer.");
        if (training.Rows.Length <= classes)
            throw new StageException($"{training.Rows.Length} usable training rows of {classes} classes leave nothing to estimate a covariance from. Train on more rows than there are classes.");

        double[][] rows = [.. training.Rows.Select(r => Standardized(training.Header.Standardizer, r.Span))];
        var counts = new int[classes];
        double[][] means = [.. Enumerable.Range(0, classes).Select(_ => new double[features])];
        foreach (int label in training.Labels) counts[label]++;
        for (int n = 0; n < rows.Length; n++)
        {
            double[] mean = means[training.Labels[n]];
            for (int f = 0; f < features; f++) mean[f] += rows[n][f] / counts[training.Labels[n]];
        }

        var covariance = new double[features, features];
        for (int n = 0; n < rows.Length; n++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] row = rows[n], mean = means[training.Labels[n]];
            for (int f = 0; f < features; f++) row[f] -= mean[f];
            for (int f = 0; f < features; f++)
            {
                for (int g = 0; g <= f; g++) covariance[f, g] += row[f] * row[g];
            }
        }

        for (int f = 0; f < features; f++)
        {
            for (int g = 0; g <= f; g++) covariance[g, f] = covariance[f, g] /= rows.Length - classes;
        }

        return new(counts, means, covariance);
    }

    private static double[] Standardized(Standardizer standardizer, ReadOnlySpan<double> row)
    {
        var values = new double[row.Length];
        standardizer.Apply(row, values);
        return values;
    }
}
