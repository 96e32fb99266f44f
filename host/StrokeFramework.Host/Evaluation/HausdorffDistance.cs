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
        // Lesions fill a small part of the grid, and distances between them need no more than the box around both.
        GridSize box = Crop(ref a, ref b, geometry.Size);
        return Math.Max(Directed(a, b, box, geometry.Spacing), Directed(b, a, box, geometry.Spacing));
    }

    private static GridSize Crop(ref byte[] a, ref byte[] b, GridSize size)
    {
        int[] low = [size.I, size.J, size.K], high = [-1, -1, -1];
        for (int row = 0; row < size.J * size.K; row++)
        {
            foreach (byte[] mask in (ReadOnlySpan<byte[]>)[a, b])
            {
                ReadOnlySpan<byte> voxels = mask.AsSpan(row * size.I, size.I);
                int first = voxels.IndexOfAnyExcept((byte)0);
                if (first < 0) continue;
                ReadOnlySpan<int> least = [first, row % size.J, row / size.J], most = [voxels.LastIndexOfAnyExcept((byte)0), row % size.J, row / size.J];
                for (int axis = 0; axis < 3; axis++) (low[axis], high[axis]) = (Math.Min(low[axis], least[axis]), Math.Max(high[axis], most[axis]));
            }
        }

        var box = new GridSize(high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1);
        (a, b) = (Cut(a), Cut(b));
        return box;

        byte[] Cut(byte[] mask)
        {
            var cut = new byte[box.Count];
            for (int row = 0; row < box.J * box.K; row++)
                mask.AsSpan(size.IndexOf(low[0], low[1] + (row % box.J), low[2] + (row / box.J)), box.I).CopyTo(cut.AsSpan(row * box.I));
            return cut;
        }
    }

    private static double Directed(byte[] from, byte[] to, GridSize size, Point3 spacing)
    {
        float[] distances = DistanceTransform.ToForeground(to, size, spacing);
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
