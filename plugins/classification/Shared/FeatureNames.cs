namespace StrokeFramework.Classification;

/// <summary>The features that a model knows, by the hash of their schema and by name for messages.</summary>
/// <param name="SchemaHash">SHA-256 of the schema in lower-case hexadecimal.</param>
/// <param name="Names">The names of the columns in order.</param>
internal sealed record FeatureNames(string SchemaHash, IReadOnlyList<string> Names)
{
    /// <summary>The names of a schema.</summary>
    public static FeatureNames Of(FeatureSchema schema) => new(schema.Hash, [.. schema.Columns.Select(c => c.Name)]);

    /// <summary>Makes sure that a model is given the features that it was fitted on.</summary>
    /// <exception cref="StageException">They are others.</exception>
    public void Demand(FeatureSchema schema)
    {
        if (schema.Hash == SchemaHash && schema.Columns.Count == Names.Count) return;
        throw new StageException(
            $"The model was fitted on other features ({this}) than it is given ({Of(schema)}). "
            + "Use the feature settings of the training, or train the model again.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Names);
}
