using StrokeFramework.Imaging;
using StrokeFramework.MarkerWatershed.Flooding;

namespace StrokeFramework.MarkerWatershed.Smoothing;

/// <summary>
/// Lines midway between the objects of a slice: the ridges of a watershed on the distance to what lies above Otsu's
/// threshold. The brain's edge outside the objects counts as well, since a single object has no line of its own.
/// </summary>
internal static class RidgeLines
{
    private const int Bins = 256;

    /// <summary>Marks the lines.</summary>
    /// <param name="smooth">The smoothed slice; higher where lesions are looked for.</param>
    /// <param name="picture">Its size, spacing and brain.</param>
    /// <param name="cancellation">Looked at during the flood.</param>
    /// <returns>1 on the lines; nothing where the brain is constant.</returns>
    public static byte[] Mark(ReadOnlySpan<float> smooth, BrainPicture picture, CancellationToken cancellation)
    {
        var lines = new byte[smooth.Length];
        float low = float.PositiveInfinity, high = float.NegativeInfinity;
        for (int v = 0; v < smooth.Length; v++)
        {
            if (picture.Inside[v] != 0) (low, high) = (Math.Min(low, smooth[v]), Math.Max(high, smooth[v]));
        }

        if (!(high > low) || Otsu.Threshold(Histogram.Of(smooth, picture.Inside, low, high, Bins)) is not { } threshold) return lines;
        var objects = new byte[smooth.Length];
        for (int v = 0; v < objects.Length; v++) objects[v] = picture.Inside[v] != 0 && smooth[v] >= threshold ? (byte)1 : (byte)0;
        GridSize size = new(picture.Width, picture.Height, 1);
        int[] zones = ConnectedComponents.Label(objects, size, Connectivity.Full).Labels.ToArray();
        WatershedFlood.Run(DistanceTransform.ToForeground(objects, size, picture.Spacing), zones, size, cancellation);
        for (int v = 0; v < lines.Length; v++)
        {
            if (picture.Inside[v] == 0 || objects[v] != 0) continue;
            int width = picture.Width;
            bool between = zones[v + 1] != zones[v] || zones[v + width] != zones[v];
            bool edge = picture.Inside[v - 1] == 0 || picture.Inside[v + 1] == 0 || picture.Inside[v - width] == 0 || picture.Inside[v + width] == 0;
            if (between || edge) lines[v] = 1;
        }

        return lines;
    }
}
