namespace Example;

/// <summary>Cannot be made.</summary>
[Stage("throws-in-constructor", "1.0.0", Title = "Throws in its constructor")]
public sealed class ThrowsInConstructor : Segmenter<NoSettings>
{
    /// <summary>Fails.</summary>
    public ThrowsInConstructor() => throw new InvalidOperationException("The licence file of this stage is not there.");

    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context) => Segmentation.Empty(study.Geometry);
}
