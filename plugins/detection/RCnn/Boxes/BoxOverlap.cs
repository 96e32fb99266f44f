namespace StrokeFramework.RCnn.Boxes;

/// <summary>Areas and overlaps of boxes, each of four numbers: left, upper, right, lower.</summary>
internal static class BoxOverlap
{
    /// <summary>The box's area; 0 for a box that is empty or turned inside out.</summary>
    public static float Area(ReadOnlySpan<float> box) => Math.Max(0, box[2] - box[0]) * Math.Max(0, box[3] - box[1]);

    /// <summary>Intersection over union of two boxes; 0 where either has no area.</summary>
    public static float Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float across = Math.Min(a[2], b[2]) - Math.Max(a[0], b[0]), down = Math.Min(a[3], b[3]) - Math.Max(a[1], b[1]);
        if (!(across > 0 && down > 0)) return 0;
        float common = across * down;
        // The union of two empty boxes is 0, and so is what they have in common.
        return common / Math.Max(Area(a) + Area(b) - common, 1e-9f);
    }
}
