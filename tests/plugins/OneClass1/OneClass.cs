namespace Example;

/// <summary>Names every lesion alike: version 1 by the first class that it was shown, version 2 by the last.</summary>
[Stage("one-class", "1.0.0", Title = "One class for all", Description = "Names every lesion by one class.")]
public sealed class OneClass : Classifier<NoSettings>
{
    /// <inheritdoc/>
    public override IClassifierModel Train(LabelledFeatures examples, StageContext context)
    {
        string[] classes = [.. examples.Labels.Distinct().Order(StringComparer.Ordinal)];
#if VERSION1
        const int Named = 0;
#else
        int Named = classes.Length - 1;
#endif
        return new OneClassModel(classes, examples.Features.Schema.Hash, Named);
    }

    /// <inheritdoc/>
    public override IClassifierModel Load(Stream stream) => throw new InvalidDataException("This classifier keeps no models.");
}
