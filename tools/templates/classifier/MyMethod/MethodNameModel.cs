using System.Text.Json;

namespace MethodName;

/// <summary>The fitted classifier: one mean per class, in standardized features. Immutable.</summary>
internal sealed class MethodNameModel : IClassifierModel
{
    // So far out a row is odd anyway, and its squared distances stay finite.
    private const double Farthest = 1e6;

    private readonly Content _content;

    public MethodNameModel(string schemaHash, string[] classes, double[] means, double[] deviations, double[][] centroids)
        : this(new(schemaHash, classes, means, deviations, centroids))
    {
    }

    private MethodNameModel(Content content) => _content = content;

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => _content.Classes;

    /// <inheritdoc/>
    public string FeatureSchemaHash => _content.SchemaHash;

    /// <summary>Shifts and scales a row to mean 0 and deviation 1; what is missing or does not vary becomes 0.</summary>
    public static double[] Standardize(ReadOnlySpan<double> row, double[] means, double[] deviations)
    {
        var result = new double[row.Length];
        for (int f = 0; f < result.Length; f++)
        {
            if (double.IsFinite(row[f]) && deviations[f] > 0) result[f] = Math.Clamp((row[f] - means[f]) / deviations[f], -Farthest, Farthest);
        }

        return result;
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The content is something else.</exception>
    public static MethodNameModel Read(Stream stream)
    {
        try
        {
            if (JsonSerializer.Deserialize<Content>(stream) is { IsConsistent: true } content) return new(content);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("This is not a model of my-method.", e);
        }

        throw new InvalidDataException("This is not a whole model of my-method.");
    }

    /// <inheritdoc/>
    public ClassProbabilities Predict(FeatureTable features)
    {
        if (features.Schema.Hash != FeatureSchemaHash)
            throw new StageException("The model was fitted on other features than it is given. Use the features of the training, or train again.");
        return new(Classes, [.. features.Rows.Select(r => (ReadOnlyMemory<double>)Probabilities(r.Values.Span))],
            "softmax of minus half the squared distance to the class means, in standardized features; not calibrated");
    }

    /// <inheritdoc/>
    public void Save(Stream stream) => JsonSerializer.Serialize(stream, _content);

    private double[] Probabilities(ReadOnlySpan<double> row)
    {
        double[] standardized = Standardize(row, _content.Means, _content.Deviations);
        double[] halves = [.. _content.Centroids.Select(c => 0.5 * c.Zip(standardized, (a, b) => (a - b) * (a - b)).Sum())];
        double nearest = halves.Min();
        double[] weights = [.. halves.Select(h => Math.Exp(nearest - h))];
        double sum = weights.Sum();
        return [.. weights.Select(w => w / sum)];
    }

    /// <summary>What the file holds.</summary>
    private sealed record Content(string SchemaHash, string[] Classes, double[] Means, double[] Deviations, double[][] Centroids)
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public bool IsConsistent => SchemaHash is not null && Classes is { Length: > 1 } && Means is not null && Deviations?.Length == Means.Length
            && Centroids?.Length == Classes.Length && Array.TrueForAll(Centroids, c => c?.Length == Means.Length);
    }
}
