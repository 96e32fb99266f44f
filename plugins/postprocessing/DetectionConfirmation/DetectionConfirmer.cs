using StrokeFramework.Imaging;

namespace StrokeFramework.DetectionConfirmation;

/// <summary>Keeps the lesions that a detector saw as well: those that lie in its boxes in at least one slice.</summary>
[Stage("detection-confirmation", "1.0.0",
    Title = "Confirmation by a detector",
    Description = "Keeps the lesions of a segmentation that lie in a detector's boxes, and drops the rest. Where a detector is sure of lesions and a segmenter of outlines, together they find fewer false ones.",
    Citation = "Ren et al. 2015, Faster R-CNN, arXiv:1506.01497 (the boxes); the rule is this framework's own")]
public sealed class DetectionConfirmer : Postprocessor<DetectionConfirmationSettings>
{
    /// <inheritdoc/>
    public override Segmentation Process(DiffusionStudy study, Segmentation segmentation, IReadOnlyList<Detection>? detections, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(segmentation);
        ArgumentNullException.ThrowIfNull(context);
        if (detections is null)
        {
            context.Log?.Warning("No detector is connected to the port 'detections', so nothing was confirmed and every lesion kept.");
            return segmentation;
        }

        context.CancellationToken.ThrowIfCancellationRequested();
        GridSize size = segmentation.Geometry.Size;
        byte[] boxes = Draw(detections, segmentation.Geometry);
        var hasBox = new bool[size.K];
        for (int k = 0; k < size.K; k++) hasBox[k] = boxes.AsSpan(k * size.SliceCount, size.SliceCount).Contains((byte)1);
        byte[] labels = segmentation.Labels.Voxels.ToArray();
        int kept = 0, dropped = 0;
        foreach (int[] lesion in ConnectedComponents.Label(segmentation.Mask.Span, size, Connectivity.Full).Voxels())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            int asked = 0, inside = 0;
            foreach (int v in lesion)
            {
                if (!hasBox[v / size.SliceCount]) continue;
                asked++;
                inside += boxes[v];
            }

            bool confirmed = inside > 0 && inside >= Parameters.MinimumShare * asked;
            if (confirmed) kept++;
            else dropped++;
            foreach (int v in lesion)
            {
                if (!confirmed || (Parameters.Cut && hasBox[v / size.SliceCount] && boxes[v] == 0)) labels[v] = 0;
            }
        }

        context.Progress?.Report(1);
        context.Diagnostics?.Add(new ScalarDiagnostic("kept", "Lesions that lie in a box", kept, ""));
        context.Diagnostics?.Add(new ScalarDiagnostic("dropped", "Lesions that lie in none", dropped, ""));
        return new(new Volume<byte>(segmentation.Geometry, labels), segmentation.Probability);
    }

    // 1 in every voxel whose center lies in a widened box.
    private byte[] Draw(IReadOnlyList<Detection> detections, VolumeGeometry geometry)
    {
        GridSize size = geometry.Size;
        double marginI = Parameters.Margin / geometry.Spacing.X, marginJ = Parameters.Margin / geometry.Spacing.Y;
        var boxes = new byte[size.Count];
        foreach (SliceBox box in detections.Where(d => d.Score >= Parameters.MinimumScore).Select(d => d.Box))
        {
            if (box.Slice < 0 || box.Slice >= size.K) continue;
            int fromI = (int)Math.Max(0, Math.Ceiling(box.MinI - marginI)), toI = (int)Math.Min(size.I - 1, Math.Floor(box.MaxI + marginI));
            int fromJ = (int)Math.Max(0, Math.Ceiling(box.MinJ - marginJ)), toJ = (int)Math.Min(size.J - 1, Math.Floor(box.MaxJ + marginJ));
            for (int j = fromJ; j <= toJ && fromI <= toI; j++) boxes.AsSpan((box.Slice * size.SliceCount) + (j * size.I) + fromI, toI - fromI + 1).Fill(1);
        }

        return boxes;
    }
}
