namespace StrokeFramework.Manifest;

/// <summary>The kinds of stage.</summary>
public enum StageKind
{
    /// <summary>Study to study.</summary>
    Preprocessor,

    /// <summary>Study to segmentation.</summary>
    Segmenter,

    /// <summary>Study and segmentation to segmentation.</summary>
    Postprocessor,

    /// <summary>Study and lesions to features.</summary>
    FeatureExtractor,

    /// <summary>Features to class probabilities, by a model.</summary>
    Classifier,

    /// <summary>Study to detections, by a model.</summary>
    Detector,

    /// <summary>Study to segmentation, by a model.</summary>
    LearnedSegmenter,
}
