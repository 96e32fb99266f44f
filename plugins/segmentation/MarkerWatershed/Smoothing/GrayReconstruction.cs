namespace StrokeFramework.MarkerWatershed.Smoothing;

/// <summary>
/// Gray-scale reconstruction by dilation with 8 neighbors, by Vincent's two scans and a queue:
/// Vincent 1993, <see href="https://doi.org/10.1109/83.217222"/>.
/// </summary>
internal static class GrayReconstruction
{
    /// <summary>
    /// Grows a marker under a mask until nothing changes: each peak of the mask is cut off at the highest marker that
    /// reaches it without descending below.
    /// </summary>
    /// <param name="marker">Changed in place; at most the mask.</param>
    /// <param name="mask">The ceiling.</param>
    /// <param name="inside">1 where there is a picture; the outermost rows and columns hold none.</param>
    /// <param name="width">Pixels of a row.</param>
    public static void Dilate(float[] marker, float[] mask, byte[] inside, int width)
    {
        int first = Array.IndexOf(inside, (byte)1), last = Array.LastIndexOf(inside, (byte)1);
        if (first < 0) return;
        for (int v = 0; v < marker.Length; v++)
        {
            if (inside[v] == 0) marker[v] = float.NegativeInfinity;
        }

        for (int v = first; v <= last; v++)
        {
            if (inside[v] == 0) continue;
            float highest = Math.Max(Math.Max(marker[v], marker[v - 1]), Math.Max(Math.Max(marker[v - width - 1], marker[v - width]), marker[v - width + 1]));
            marker[v] = Math.Min(highest, mask[v]);
        }

        var queue = new Queue<int>();
        for (int v = last; v >= first; v--)
        {
            if (inside[v] == 0) continue;
            float highest = Math.Max(Math.Max(marker[v], marker[v + 1]), Math.Max(Math.Max(marker[v + width - 1], marker[v + width]), marker[v + width + 1]));
            float own = marker[v] = Math.Min(highest, mask[v]);
            if (CanGrow(v + 1) || CanGrow(v + width - 1) || CanGrow(v + width) || CanGrow(v + width + 1)) queue.Enqueue(v);
            bool CanGrow(int n) => inside[n] != 0 && marker[n] < own && marker[n] < mask[n];
        }

        Spread(queue, marker, mask, inside, width);
    }

    private static void Spread(Queue<int> queue, float[] marker, float[] mask, byte[] inside, int width)
    {
        ReadOnlySpan<int> neighbors = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
        while (queue.TryDequeue(out int v))
        {
            float own = marker[v];
            foreach (int step in neighbors)
            {
                int n = v + step;
                if (inside[n] == 0 || marker[n] >= own || marker[n] >= mask[n]) continue;
                marker[n] = Math.Min(own, mask[n]);
                queue.Enqueue(n);
            }
        }
    }
}
