namespace Example;

/// <summary>Answers on a grid that is not the input's.</summary>
[Stage("another-grid", "1.0.0", Title = "Answers on another grid")]
public sealed class AnotherGrid : Segmenter<NoSettings>
{
    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context) =>
        Segmentation.Empty(VolumeGeometry.FromSpacing(study.Geometry.Size, new(7, 7, 7)));
}
