using StrokeFramework.BackgroundRemoval;
using StrokeFramework.Normalization;
using StrokeFramework.PowerLaw;

namespace StrokeFramework.FcmActiveContour.Tests;

/// <summary>Normalization, background removal and power law with their defaults, then the segmenter.</summary>
internal static class Pipeline
{
    public static DiffusionStudy Enhance(DiffusionStudy study, NormalizationSettings? normalization = null)
    {
        var normalizer = new Normalizer();
        normalizer.Configure(normalization ?? new());
        var context = new StageContext();
        return new PowerLawEnhancer().Process(new BackgroundRemover().Process(normalizer.Process(study, context), context), context);
    }

    public static Segmentation Segment(DiffusionStudy enhanced, FcmActiveContourSettings? settings = null, StageContext? context = null)
    {
        var stage = new FcmActiveContourSegmenter();
        stage.Configure(settings ?? new());
        return stage.Segment(enhanced, context ?? new StageContext());
    }
}
