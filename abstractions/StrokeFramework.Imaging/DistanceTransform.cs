using System.Buffers;

namespace StrokeFramework.Imaging;

/// <summary>
/// Exact Euclidean distances in mm on anisotropic grids, by lower envelopes of parabolas: Felzenszwalb &amp;
/// Huttenlocher 2012, <see href="https://doi.org/10.4086/toc.2012.v008a019"/>.
/// </summary>
public static class DistanceTransform
{
    /// <summary>The distance from each voxel's center to that of the nearest foreground voxel.</summary>
    /// <param name="mask">Non-zero is foreground.</param>
    /// <param name="size">The grid.</param>
    /// <param name="spacing">Voxel spacing along i, j and k, in mm.</param>
    /// <returns>Distances in mm: 0 on the foreground, infinite everywhere when there is none.</returns>
    /// <exception cref="ArgumentException">The mask has another number of voxels than the grid.</exception>
    public static float[] ToForeground(ReadOnlySpan<byte> mask, GridSize size, Point3 spacing) => Distances(mask, size, spacing, foreground: true);

    /// <summary>The distance from each voxel's center to that of the nearest background voxel.</summary>
    /// <param name="mask">Non-zero is foreground. Beyond the grid nothing is known, so its border is no background.</param>
    /// <param name="size">The grid.</param>
    /// <param name="spacing">Voxel spacing along i, j and k, in mm.</param>
    /// <returns>Distances in mm: 0 on the background, infinite everywhere when there is none.</returns>
    /// <exception cref="ArgumentException">The mask has another number of voxels than the grid.</exception>
    public static float[] ToBackground(ReadOnlySpan<byte> mask, GridSize size, Point3 spacing) => Distances(mask, size, spacing, foreground: false);

    private static float[] Distances(ReadOnlySpan<byte> mask, GridSize size, Point3 spacing, bool foreground)
    {
        Grid.Check(mask.Length, size, nameof(mask));
        double[] squared = ArrayPool<double>.Shared.Rent(mask.Length);
        for (int v = 0; v < mask.Length; v++) squared[v] = mask[v] != 0 == foreground ? 0 : double.PositiveInfinity;
        for (int axis = 0; axis < 3; axis++)
        {
            if (size[axis] > 1) Sweep(squared, size, axis, spacing[axis]);
        }

        var distances = new float[mask.Length];
        for (int v = 0; v < distances.Length; v++) distances[v] = (float)Math.Sqrt(squared[v]);
        ArrayPool<double>.Shared.Return(squared);
        return distances;
    }

    private static void Sweep(double[] values, GridSize size, int axis, double spacing)
    {
        int length = size[axis], stride = Grid.Stride(size, axis), lines = (int)(size.Count / length);
        double[] line = ArrayPool<double>.Shared.Rent(length);
        double[] border = ArrayPool<double>.Shared.Rent(length + 1);
        int[] apex = ArrayPool<int>.Shared.Rent(length);
        for (int n = 0; n < lines; n++)
        {
            int start = Grid.LineStart(size, axis, n);
            for (int x = 0; x < length; x++) line[x] = values[start + (x * stride)];
            int parabolas = Envelope(line.AsSpan(0, length), spacing, apex, border);
            if (parabolas == 0) continue;
            int p = 0;
            for (int x = 0; x < length; x++)
            {
                while (p + 1 < parabolas && border[p + 1] < x) p++;
                double d = (x - apex[p]) * spacing;
                values[start + (x * stride)] = (d * d) + line[apex[p]];
            }
        }

        ArrayPool<double>.Shared.Return(line);
        ArrayPool<double>.Shared.Return(border);
        ArrayPool<int>.Shared.Return(apex);
    }

    /// <summary>Finds which parabolas form the lower envelope and where (in voxels) one takes over from the one before.</summary>
    private static int Envelope(ReadOnlySpan<double> line, double spacing, int[] apex, double[] border)
    {
        int count = 0;
        double scale = 1 / (2 * spacing * spacing);
        for (int x = 0; x < line.Length; x++)
        {
            if (double.IsPositiveInfinity(line[x])) continue;
            double crossing = double.NegativeInfinity;
            while (count > 0)
            {
                int q = apex[count - 1];
                crossing = ((line[x] - line[q]) * scale / (x - q)) + (0.5 * (x + q));
                if (crossing > border[count - 1]) break;
                count--;
                crossing = double.NegativeInfinity;
            }

            apex[count] = x;
            border[count] = crossing;
            count++;
        }

        return count;
    }
}
