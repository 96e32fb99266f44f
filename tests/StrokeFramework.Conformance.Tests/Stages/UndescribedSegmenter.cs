namespace StrokeFramework.Conformance.Tests.Stages;

/// <summary>Says nothing of itself nor of its parameters, whose default breaks their rule.</summary>
[Stage("undescribed", "1.0.0", FlipEquivariant = true, MemoryFactor = 60)]
public sealed class UndescribedSegmenter(Func<DiffusionStudy, Segmentation> body) : Segmenter<UndescribedSegmenter.Settings>
{
    public sealed record Settings
    {
        public double MinimumVolume { get; init; }

        [System.ComponentModel.Description("A share."), System.ComponentModel.DataAnnotations.Range(0.5, 1.0)]
        public double Share { get; init; } = 0.1;
    }

    public override Segmentation Segment(DiffusionStudy study, StageContext context) => body(study);
}
