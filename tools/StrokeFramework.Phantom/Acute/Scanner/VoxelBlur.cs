using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// Gaussian blur in voxels, another width along each axis, in place and in single precision: many times faster than an exact
/// filter, for images that get noise on top. The first and last voxels of the whole array are left alone.
/// </summary>
internal static class VoxelBlur
{
    private const float Least = 0.15f;

    /// <summary>Blurs an image.</summary>
    /// <param name="values">The image, index i fastest.</param>
    /// <param name="scratch">As many values; overwritten.</param>
    /// <param name="size">The grid.</param>
    /// <param name="sigma">Standard deviations along i, j and k, in voxels; below 0.15 nothing is done along that axis.</param>
    public static void Apply(float[] values, float[] scratch, GridSize size, Vector3 sigma)
    {
        Along(values, scratch, sigma.X, 1);
        Along(values, scratch, sigma.Y, size.I);
        Along(values, scratch, sigma.Z, size.SliceCount);
    }

    // The array is one line: rows run into each other only at the grid's border, where heads are not.
    private static void Along(float[] values, float[] scratch, float sigma, int stride)
    {
        if (sigma < Least) return;
        Span<float> kernel = stackalloc float[(int)MathF.Ceiling(3 * sigma) + 1];
        float sum = 0;
        for (int x = 0; x < kernel.Length; x++)
        {
            kernel[x] = MathF.Exp(-0.5f * x * x / (sigma * sigma));
            sum += x == 0 ? 1 : 2 * kernel[x];
        }

        int reach = (kernel.Length - 1) * stride, last = values.Length - reach;
        values.CopyTo(scratch.AsSpan());
        for (int x = 0; x < kernel.Length; x++) kernel[x] /= sum;
        int v = reach;
        for (; v + Vector<float>.Count <= last; v += Vector<float>.Count)
        {
            Vector<float> total = kernel[0] * new Vector<float>(scratch, v);
            for (int d = 1; d < kernel.Length; d++)
                total += kernel[d] * (new Vector<float>(scratch, v - (d * stride)) + new Vector<float>(scratch, v + (d * stride)));
            total.CopyTo(values, v);
        }

        for (; v < last; v++)
        {
            float total = kernel[0] * scratch[v];
            for (int d = 1; d < kernel.Length; d++) total += kernel[d] * (scratch[v - (d * stride)] + scratch[v + (d * stride)]);
            values[v] = total;
        }
    }
}
