namespace Example;

/// <summary>Never ends and does not look at the cancellation token.</summary>
[Stage("hangs", "1.0.0", Title = "Hangs")]
public sealed class Hangs : Segmenter<NoSettings>
{
    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        while (true) Thread.Sleep(50);
    }
}
