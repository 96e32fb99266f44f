using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Pipelines;

/// <summary>The inputs and the output of each kind of stage.</summary>
public static class StagePorts
{
    /// <summary>The inputs of a kind.</summary>
    public static IReadOnlyList<PortDefinition> Inputs(StageKind kind) => kind switch
    {
        StageKind.Preprocessor or StageKind.Segmenter or StageKind.LearnedSegmenter or StageKind.Detector => [new("study", PortType.Study)],
        StageKind.Postprocessor => [new("study", PortType.Study), new("segmentation", PortType.Segmentation), new("detections", PortType.Detections, Required: false)],
        StageKind.FeatureExtractor => [new("study", PortType.Study), new("lesions", PortType.Lesions)],
        StageKind.Classifier => [new("features", PortType.Features)],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The output of a kind.</summary>
    public static PortType Output(StageKind kind) => kind switch
    {
        StageKind.Preprocessor => PortType.Study,
        StageKind.Segmenter or StageKind.LearnedSegmenter or StageKind.Postprocessor => PortType.Segmentation,
        StageKind.FeatureExtractor => PortType.Features,
        StageKind.Classifier => PortType.Type,
        StageKind.Detector => PortType.Detections,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether the kind works by a model that is trained first.</summary>
    public static bool IsTrainable(StageKind kind) => kind is StageKind.Classifier or StageKind.Detector or StageKind.LearnedSegmenter;

    /// <summary>Whether the kind learns from images with true masks, and not from what other nodes make of them.</summary>
    public static bool LearnsFromImages(StageKind kind) => kind is StageKind.Detector or StageKind.LearnedSegmenter;

    /// <summary>Whether a port takes an output; lesions are made from a segmentation.</summary>
    public static bool Accepts(PortType port, PortType output) => port == output || (port == PortType.Lesions && output == PortType.Segmentation);

    /// <summary>A type as it stands in a sentence.</summary>
    public static string PhraseOf(PortType type) => type switch
    {
        PortType.Study => "a study",
        PortType.Segmentation => "a segmentation",
        PortType.Lesions => "lesions (from a segmentation)",
        PortType.Features => "features",
        PortType.Type => "class probabilities",
        PortType.Detections => "detections",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
