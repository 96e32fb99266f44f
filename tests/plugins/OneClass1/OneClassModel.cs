namespace Example;

/// <summary>What the classifier of one class learned.</summary>
internal sealed class OneClassModel(string[] classes, string schemaHash, int named) : IClassifierModel
{
    public IReadOnlyList<string> Classes => classes;

    public string FeatureSchemaHash => schemaHash;

    public ClassProbabilities Predict(FeatureTable features) =>
        new(classes, [.. features.Rows.Select(_ => (ReadOnlyMemory<double>)classes.Select((_, n) => n == named ? 1.0 : 0).ToArray())], "One class has it all");

    public void Save(Stream stream) => throw new NotSupportedException("This classifier keeps no models.");
}
