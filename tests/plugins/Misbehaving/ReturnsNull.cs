namespace Example;

/// <summary>Returns nothing.</summary>
[Stage("returns-null", "1.0.0", Title = "Returns null")]
public sealed class ReturnsNull : Segmenter<NoSettings>
{
    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context) => null!;
}
