using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// Gaussian blur in voxels, another width along each axis, in place and in single precision: many times faster than an exact
/// filter, for images that get noise on top. Beyond the grid there is nothing.
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

    /// <summary>What is left of the standard deviation of independent noise after a blur by the same width along each axis.</summary>
    public static float NoiseFactor(float sigma)
    {
        if (sigma < Least) return 1;
        Span<float> kernel = stackalloc float[Reach(sigma) + 1];
        Fill(kernel, sigma);
        float squares = kernel[0] * kernel[0];
        foreach (float weight in kernel[1..]) squares += 2 * weight * weight;
        return MathF.Pow(squares, 1.5f);
    }

    // The array is one line: rows run into each other only at the grid's border, where heads are not.
    private static void Along(float[] values, float[] scratch, float sigma, int stride)
    {
        if (sigma < Least) return;
        Span<float> kernel = stackalloc float[Reach(sigma) + 1];
        Fill(kernel, sigma);
        int reach = (kernel.Length - 1) * stride, last = values.Length - reach, v = 0;
        values.CopyTo(scratch.AsSpan());
        for (; v < Math.Min(reach, values.Length); v++) values[v] = At(scratch, v, kernel, stride);
        for (; v + Vector<float>.Count <= last; v += Vector<float>.Count)
        {
            Vector<float> total = kernel[0] * new Vector<float>(scratch, v);
            for (int d = 1; d < kernel.Length; d++)
                total += kernel[d] * (new Vector<float>(scratch, v - (d * stride)) + new Vector<float>(scratch, v + (d * stride)));
            total.CopyTo(values, v);
        }

        for (; v < values.Length; v++) values[v] = At(scratch, v, kernel, stride);
    }

    private static float At(float[] values, int v, ReadOnlySpan<float> kernel, int stride)
    {
        float total = kernel[0] * values[v];
        for (int d = 1; d < kernel.Length; d++)
        {
            int before = v - (d * stride), after = v + (d * stride);
            total += kernel[d] * ((before >= 0 ? values[before] : 0) + (after < values.Length ? values[after] : 0));
        }

        return total;
    }

    private static int Reach(float sigma) => (int)MathF.Ceiling(3 * sigma);

    // The right half of the normalized kernel, center first.
    private static void Fill(Span<float> kernel, float sigma)
    {
        float sum = 0;
        for (int x = 0; x < kernel.Length; x++)
        {
            kernel[x] = MathF.Exp(-0.5f * x * x / (sigma * sigma));
            sum += x == 0 ? 1 : 2 * kernel[x];
        }

        for (int x = 0; x < kernel.Length; x++) kernel[x] /= sum;
    }
}
