namespace StrokeFramework.Imaging;

/// <summary>What a segmenter works on at a time.</summary>
public enum SegmentationScope
{
    /// <summary>The whole volume, in 3-D.</summary>
    Volume,

    /// <summary>Each slice on its own.</summary>
    Slice,
}
