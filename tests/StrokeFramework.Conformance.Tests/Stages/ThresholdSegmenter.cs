using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace StrokeFramework.Conformance.Tests.Stages;

/// <summary>A segmenter as it should be: the README's example with a fixed threshold.</summary>
[Stage("threshold", "1.0.0", Title = "Threshold", Description = "Takes what is brighter than a level.", Citation = "None.", Needs = StudyTraits.UnitIntensity, FlipEquivariant = true)]
public sealed class ThresholdSegmenter : Segmenter<ThresholdSegmenter.Settings>
{
    public sealed record Settings
    {
        [Description("Least intensity of a lesion."), Range(0, 1)]
        public double Level { get; init; } = 0.6;
    }

    public override Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        GridSize size = study.Geometry.Size;
        var labels = new byte[size.Count];
        context.For(0, size.K, k =>
        {
            for (int v = k * size.SliceCount; v < (k + 1) * size.SliceCount; v++) labels[v] = study.Dwi.Span[v] > Parameters.Level ? (byte)1 : (byte)0;
        });
        return new(new(study.Geometry, labels));
    }
}
