namespace Example;

/// <summary>Fails on every input.</summary>
[Stage("crashes", "1.0.0", Title = "Crashes")]
public sealed class Crashes : Segmenter<NoSettings>
{
    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context) => throw new IndexOutOfRangeException("Index was outside the bounds of the array.");
}
