namespace StrokeFramework.Conformance.Tests.Stages;

/// <summary>A postprocessor as it should be: keeps what lies in a detector's boxes, where there are any.</summary>
[Stage("box-filter", "1.0.0", Title = "Box filter", Description = "Keeps lesions in boxes.", Citation = "None.", FlipEquivariant = true)]
public sealed class BoxFilter : Postprocessor<NoSettings>
{
    public override Segmentation Process(DiffusionStudy study, Segmentation segmentation, IReadOnlyList<Detection>? detections, StageContext context)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (detections is null) return segmentation;
        GridSize size = segmentation.Geometry.Size;
        byte[] labels = segmentation.Labels.Span.ToArray();
        for (int v = 0; v < labels.Length; v++)
        {
            int i = v % size.I, j = v / size.I % size.J, k = v / size.SliceCount;
            if (!detections.Any(d => d.Box.Slice == k && i >= d.Box.MinI && i <= d.Box.MaxI && j >= d.Box.MinJ && j <= d.Box.MaxJ)) labels[v] = 0;
        }

        return new(new(segmentation.Geometry, labels));
    }
}
