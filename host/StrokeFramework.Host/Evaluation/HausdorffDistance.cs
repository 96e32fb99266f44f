using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// The 95 % Hausdorff distance of two masks: the larger of the two 95th percentiles of the distances from the surface
/// voxels of one mask to the nearest surface voxel of the other, between voxel centers. A surface voxel has a neighbor
/// across a face outside the mask; the border of the grid is outside. Percentiles are interpolated linearly.
/// </summary>
internal static class HausdorffDistance
{
    private const double Fraction = 0.95;

    /// <summary>The distance in mm: 0 when both masks are empty, NaN when one is.</summary>
    public static double Of95(ReadOnlySpan<byte> mask, ReadOnlySpan<byte> truth, VolumeGeometry geometry)
    {
        byte[] a = Surface(mask, geometry.Size), b = Surface(truth, geometry.Size);
        bool noMask = !a.AsSpan().ContainsAnyExcept((byte)0), noTruth = !b.AsSpan().ContainsAnyExcept((byte)0);
        if (noMask || noTruth) return noMask && noTruth ? 0 : double.NaN;
        return Math.Max(Directed(a, b, geometry), Directed(b, a, geometry));
    }

    private static double Directed(byte[] from, byte[] to, VolumeGeometry geometry)
    {
        float[] distances = DistanceTransform.ToForeground(to, geometry.Size, geometry.Spacing);
        var found = new List<float>();
        for (int v = 0; v < from.Length; v++)
        {
            if (from[v] != 0) found.Add(distances[v]);
        }

        found.Sort();
        double place = Fraction * (found.Count - 1);
        int below = (int)place, above = Math.Min(below + 1, found.Count - 1);
        return found[below] + ((place - below) * (found[above] - found[below]));
    }

    private static byte[] Surface(ReadOnlySpan<byte> mask, GridSize size)
    {
        var surface = new byte[mask.Length];
        int[] stride = [1, size.I, size.SliceCount];
        for (int v = 0; v < mask.Length; v++)
        {
            if (mask[v] == 0) continue;
            for (int axis = 0; axis < 3; axis++)
            {
                // Across the only slice of a picture there is no neighbor, inside or outside.
                if (size[axis] == 1) continue;
                int at = v / stride[axis] % size[axis];
                if (at == 0 || at == size[axis] - 1 || mask[v - stride[axis]] == 0 || mask[v + stride[axis]] == 0) surface[v] = 1;
            }
        }

        return surface;
    }
}
