namespace StrokeFramework.Svm;

/// <summary>The features that a model knows, by the hash of their schema and by name for messages.</summary>
/// <param name="SchemaHash">SHA-256 of the schema in lower-case hexadecimal.</param>
/// <param name="Names">The names of the columns in order.</param>
internal sealed record FeatureNames(string SchemaHash, IReadOnlyList<string> Names)
{
    /// <summary>The names of a schema.</summary>
    public static FeatureNames Of(FeatureSchema schema) => new(schema.Hash, [.. schema.Columns.Select(c => c.Name)]);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Names);
}
