using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Execution;

/// <summary>Calls a stage of any kind with the values on its ports.</summary>
internal static class StageCall
{
    public static object? Invoke(PreparedNode node, Dictionary<string, object> inputs, double minimumLesionVolume, GivenLesions? givenLesions, StageContext context)
    {
        switch (node.Stage)
        {
            case IPreprocessor stage:
                return stage.Process((DiffusionStudy)inputs["study"], context);
            case ISegmenter stage:
                return stage.Segment((DiffusionStudy)inputs["study"], context);
            case IPostprocessor stage:
                return stage.Process(
                    (DiffusionStudy)inputs["study"], (Segmentation)inputs["segmentation"], inputs.TryGetValue("detections", out object? boxes) ? (IReadOnlyList<Detection>)boxes : null, context);
            case IFeatureExtractor stage:
                LesionSet lesions = givenLesions?.Lesions ?? LesionFinder.Find((Segmentation)inputs["lesions"], minimumLesionVolume);
                return stage.Extract((DiffusionStudy)inputs["study"], lesions, context);
            case IClassifier when node.Model is IClassifierModel model:
                return model.Predict((FeatureTable)inputs["features"]);
            case IDetector when node.Model is IDetectorModel model:
                return model.Detect((DiffusionStudy)inputs["study"], context);
            case ILearnedSegmenter when node.Model is ISegmenterModel model:
                return model.Segment((DiffusionStudy)inputs["study"], context);
            default:
                throw new InvalidOperationException($"'{node.Plan.Stage.Stage.Id}' works by a model, and none is at hand.");
        }
    }
}
