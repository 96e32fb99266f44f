namespace StrokeFramework.Lda;

/// <summary>One linear function of the standardized features for each class. Immutable; predicts from several threads.</summary>
internal sealed class LdaModel : IClassifierModel
{
    /// <summary>The largest magnitude of a weight or offset; with it discriminants stay finite whatever the row.</summary>
    public const double LargestNumber = 1e100;

    public LdaModel(ModelHeader header, ClassPriors priors, double[] offsets, double[] weights) =>
        (Header, Priors, Offsets, Weights) = (header, priors, offsets, weights);

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => Header.Classes;

    /// <inheritdoc/>
    public string FeatureSchemaHash => Header.Features.SchemaHash;

    /// <summary>Features, their shift and scale, and classes.</summary>
    public ModelHeader Header { get; }

    /// <summary>How the priors were chosen.</summary>
    public ClassPriors Priors { get; }

    /// <summary>The discriminant of each class at the mean of all training rows.</summary>
    public double[] Offsets { get; }

    /// <summary>The weights, features fastest.</summary>
    public double[] Weights { get; }

    /// <inheritdoc/>
    /// <remarks>Values that are missing or not finite count as the training mean.</remarks>
    /// <exception cref="StageException">The rows have other features than the training rows had.</exception>
    public ClassProbabilities Predict(FeatureTable features)
    {
        ArgumentNullException.ThrowIfNull(features);
        Header.Features.Demand(features.Schema);
        var standardized = new double[Header.Features.Names.Count];
        var probabilities = new double[features.Rows.Count * Classes.Count];
        var rows = new ReadOnlyMemory<double>[features.Rows.Count];
        for (int n = 0; n < rows.Length; n++)
        {
            Header.Standardizer.Apply(features.Rows[n].Values.Span, standardized);
            Memory<double> row = probabilities.AsMemory(n * Classes.Count, Classes.Count);
            Discriminate(standardized, row.Span);
            Softmax(row.Span);
            rows[n] = row;
        }

        string priors = Priors == ClassPriors.Empirical ? "the class frequencies of the training rows" : "equal frequencies";
        return new(Classes, rows, $"posterior probability if the rows of each class are normally distributed with one covariance and {priors} (softmax of the linear discriminants); not calibrated where they are not");
    }

    /// <inheritdoc/>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(ModelFormat.Write(this));
    }

    private void Discriminate(ReadOnlySpan<double> row, Span<double> discriminants)
    {
        ReadOnlySpan<double> weights = Weights;
        for (int c = 0; c < discriminants.Length; c++)
        {
            double sum = Offsets[c];
            for (int f = 0; f < row.Length; f++) sum += weights[(c * row.Length) + f] * row[f];
            discriminants[c] = sum;
        }
    }

    private static void Softmax(Span<double> values)
    {
        double most = double.NegativeInfinity, sum = 0;
        foreach (double value in values) most = Math.Max(most, value);
        foreach (ref double value in values) sum += value = Math.Exp(value - most);
        foreach (ref double value in values) value /= sum;
    }
}
