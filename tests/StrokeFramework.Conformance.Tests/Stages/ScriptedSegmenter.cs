using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace StrokeFramework.Conformance.Tests.Stages;

/// <summary>A segmenter that does what a test tells it.</summary>
[Stage("scripted-segmenter", "1.0.0", Title = "Scripted", Description = "Does what a test tells it.", Citation = "None.", Needs = StudyTraits.UnitIntensity)]
public sealed class ScriptedSegmenter(Func<DiffusionStudy, StageContext, ScriptedSegmenter.Settings, Segmentation> body) : Segmenter<ScriptedSegmenter.Settings>
{
    public ScriptedSegmenter(Func<DiffusionStudy, StageContext, Segmentation> body)
        : this((study, context, _) => body(study, context))
    {
    }

    public sealed record Settings
    {
        [Description("Something to be set."), Range(0, 10)]
        public int Level { get; init; } = 5;
    }

    public override Segmentation Segment(DiffusionStudy study, StageContext context) => body(study, context, Parameters);

    /// <summary>A segmentation of nothing.</summary>
    public static Segmentation Nothing(DiffusionStudy study) => Segmentation.Empty(study.Geometry);

    /// <summary>A segmentation of one voxel.</summary>
    public static Segmentation OneVoxel(DiffusionStudy study, int voxel)
    {
        var labels = new byte[study.Geometry.Size.Count];
        labels[voxel % labels.Length] = 1;
        return new(new(study.Geometry, labels));
    }
}
