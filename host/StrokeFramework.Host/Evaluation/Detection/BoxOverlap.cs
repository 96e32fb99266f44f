namespace StrokeFramework.Host.Evaluation;

/// <summary>How far two boxes agree.</summary>
public static class BoxOverlap
{
    /// <summary>Area common to both over the area of either (intersection over union), in [0, 1]; 0 in different slices and for boxes without area.</summary>
    public static double Of(SliceBox a, SliceBox b)
    {
        if (a.Slice != b.Slice) return 0;
        double width = Math.Min(a.MaxI, b.MaxI) - Math.Max(a.MinI, b.MinI), height = Math.Min(a.MaxJ, b.MaxJ) - Math.Max(a.MinJ, b.MinJ);
        if (!(width > 0 && height > 0)) return 0;
        double common = width * height;
        return common / ((a.Width * a.Height) + (b.Width * b.Height) - common);
    }
}
