namespace StrokeFramework.MarkerWatershed.Flooding;

/// <summary>
/// Marker-controlled watershed by flooding in the order of height, first in first out among equals: Meyer 1994,
/// <see href="https://doi.org/10.1016/0165-1684(94)90060-4"/>. Every voxel that a marker can reach gets its label; there
/// are no dividing lines. Voxels touch by face, edge or corner: 8 neighbors in a picture, 26 in a volume.
/// </summary>
internal static class WatershedFlood
{
    /// <summary>Stands for voxels that are not flooded.</summary>
    public const int Barrier = -1;

    private const int CheckEvery = 1 << 16;

    /// <summary>Floods a relief from its markers.</summary>
    /// <param name="relief">Heights of at least 0, index i fastest.</param>
    /// <param name="labels">Above 0 at markers, 0 at voxels to flood, <see cref="Barrier"/> elsewhere; changed in place.</param>
    /// <param name="size">The grid.</param>
    /// <param name="cancellation">Looked at every few milliseconds.</param>
    public static void Run(ReadOnlySpan<float> relief, Span<int> labels, GridSize size, CancellationToken cancellation)
    {
        Neighbor[] neighbors = Neighbor.Of(size);
        var queue = new FloodQueue();
        for (int v = 0; v < labels.Length; v++)
        {
            // Markers inside a marker have nothing to flood.
            if (labels[v] > 0 && TouchesUnlabelled(v, labels, size, neighbors)) queue.Push(relief[v], v);
        }

        for (int n = 1; queue.Count > 0; n++)
        {
            if (n % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            int v = queue.Pop(), label = labels[v];
            int i = v % size.I, row = v / size.I, j = row % size.J, k = row / size.J;
            foreach (Neighbor neighbor in neighbors)
            {
                if ((uint)(i + neighbor.I) >= (uint)size.I || (uint)(j + neighbor.J) >= (uint)size.J || (uint)(k + neighbor.K) >= (uint)size.K) continue;
                int next = v + neighbor.Step;
                if (labels[next] != 0) continue;
                labels[next] = label;
                queue.Push(relief[next], next);
            }
        }
    }

    private static bool TouchesUnlabelled(int v, ReadOnlySpan<int> labels, GridSize size, Neighbor[] neighbors)
    {
        int i = v % size.I, row = v / size.I, j = row % size.J, k = row / size.J;
        foreach (Neighbor n in neighbors)
        {
            if ((uint)(i + n.I) < (uint)size.I && (uint)(j + n.J) < (uint)size.J && (uint)(k + n.K) < (uint)size.K && labels[v + n.Step] == 0) return true;
        }

        return false;
    }
}
