namespace StrokeFramework.Conformance.Inputs;

/// <summary>Makes true boxes.</summary>
internal static class ExampleBoxes
{
    /// <summary>A box around each kind of lesion in each slice that has one.</summary>
    public static IReadOnlyList<Detection> Of(Volume<byte> labels)
    {
        List<Detection> boxes = [];
        for (int k = 0; k < labels.Size.K; k++)
        {
            for (byte label = 1; label <= 2; label++)
            {
                if (Around(labels, k, label) is { } box) boxes.Add(new(box, label == 1 ? StrokeTypes.AcuteIschemic : StrokeTypes.ChronicIschemic, 1));
            }
        }

        return boxes;
    }

    private static SliceBox? Around(Volume<byte> labels, int k, byte label)
    {
        ReadOnlySpan<byte> slice = labels.Slice(k).Span;
        int width = labels.Size.I, minI = int.MaxValue, maxI = -1, minJ = int.MaxValue, maxJ = -1;
        for (int v = 0; v < slice.Length; v++)
        {
            if (slice[v] != label) continue;
            (minI, maxI) = (Math.Min(minI, v % width), Math.Max(maxI, v % width));
            (minJ, maxJ) = (Math.Min(minJ, v / width), Math.Max(maxJ, v / width));
        }

        return maxI < 0 ? null : new(k, minI - 0.5, minJ - 0.5, maxI + 0.5, maxJ + 0.5);
    }
}
