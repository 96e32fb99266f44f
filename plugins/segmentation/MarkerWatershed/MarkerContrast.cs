using StrokeFramework.Imaging;

namespace StrokeFramework.MarkerWatershed;

/// <summary>How bright or dark a place must be to start a basin.</summary>
internal static class MarkerContrast
{
    /// <summary>How far from the median an internal marker must lie.</summary>
    public static double LeastDistanceFrom(this MarkerWatershedSettings settings, NormalTissue normal) =>
        Math.Max(settings.MinimumContrast, settings.MinimumDeviation * normal.Deviation);
}
