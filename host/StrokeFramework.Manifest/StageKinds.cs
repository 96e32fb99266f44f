namespace StrokeFramework.Manifest;

/// <summary>Names of the stage kinds in JSON, and how a type tells its kind.</summary>
public static class StageKinds
{
    private static readonly (StageKind Kind, string Name, Type Contract)[] All =
    [
        (StageKind.Preprocessor, "preprocessor", typeof(IPreprocessor)),
        (StageKind.Segmenter, "segmenter", typeof(ISegmenter)),
        (StageKind.Postprocessor, "postprocessor", typeof(IPostprocessor)),
        (StageKind.FeatureExtractor, "feature-extractor", typeof(IFeatureExtractor)),
        (StageKind.Classifier, "classifier", typeof(IClassifier)),
        (StageKind.Detector, "detector", typeof(IDetector)),
    ];

    /// <summary>The name in JSON.</summary>
    public static string NameOf(StageKind kind) => All.First(k => k.Kind == kind).Name;

    /// <summary>The kind of a name in JSON, or null.</summary>
    public static StageKind? Parse(string name)
    {
        foreach ((StageKind kind, string known, _) in All)
        {
            if (known == name) return kind;
        }

        return null;
    }

    /// <summary>The kinds whose contract a type implements; exactly one for a proper stage.</summary>
    public static IReadOnlyList<StageKind> KindsOf(Type type) =>
        [.. All.Where(k => k.Contract.IsAssignableFrom(type)).Select(k => k.Kind)];
}
