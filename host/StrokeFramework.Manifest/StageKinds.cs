namespace StrokeFramework.Manifest;

/// <summary>Names of the stage kinds in JSON, and how a type tells its kind.</summary>
public static class StageKinds
{
    // A record rather than a tuple: generics over value tuples would be compiled at every start.
    private static readonly Entry[] All =
    [
        new(StageKind.Preprocessor, "preprocessor", typeof(IPreprocessor)),
        new(StageKind.Segmenter, "segmenter", typeof(ISegmenter)),
        new(StageKind.Postprocessor, "postprocessor", typeof(IPostprocessor)),
        new(StageKind.FeatureExtractor, "feature-extractor", typeof(IFeatureExtractor)),
        new(StageKind.Classifier, "classifier", typeof(IClassifier)),
        new(StageKind.Detector, "detector", typeof(IDetector)),
        new(StageKind.LearnedSegmenter, "learned-segmenter", typeof(ILearnedSegmenter)),
    ];

    /// <summary>The name in JSON.</summary>
    public static string NameOf(StageKind kind) => All.First(k => k.Kind == kind).Name;

    /// <summary>The kind of a name in JSON, or null.</summary>
    public static StageKind? Parse(string name)
    {
        foreach (Entry entry in All)
        {
            if (entry.Name == name) return entry.Kind;
        }

        return null;
    }

    /// <summary>The kinds whose contract a type implements; exactly one for a proper stage.</summary>
    public static IReadOnlyList<StageKind> KindsOf(Type type) =>
        [.. All.Where(k => k.Contract.IsAssignableFrom(type)).Select(k => k.Kind)];

    private sealed record Entry(StageKind Kind, string Name, Type Contract);
}
