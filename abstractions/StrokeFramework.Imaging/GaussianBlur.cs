using System.Buffers;

namespace StrokeFramework.Imaging;

/// <summary>Separable Gaussian smoothing with a width in mm.</summary>
public static class GaussianBlur
{
    /// <summary>Smooths an image. Beyond the grid the border voxel is repeated; an axis with one voxel is left alone.</summary>
    /// <param name="values">The image, index i fastest.</param>
    /// <param name="size">The grid.</param>
    /// <param name="spacing">Voxel spacing in mm.</param>
    /// <param name="sigma">Standard deviation of the kernel in mm, at least 0; it is cut off at 3 sigma.</param>
    /// <exception cref="ArgumentException">The image has another number of voxels than the grid, or sigma is not a number of at least 0.</exception>
    public static float[] Apply(ReadOnlySpan<float> values, GridSize size, Point3 spacing, double sigma)
    {
        Grid.Check(values.Length, size, nameof(values));
        if (!(sigma >= 0)) throw new ArgumentException("The width of a Gaussian is a number of at least 0.", nameof(sigma));
        float[] result = values.ToArray();
        for (int axis = 0; axis < 3; axis++)
        {
            double[] kernel = Kernel(sigma / spacing[axis]);
            if (kernel.Length > 1 && size[axis] > 1) Convolve(result, size, axis, kernel);
        }

        return result;
    }

    /// <summary>
    /// Smooths an image inside a mask only: what lies outside, and values that are not finite, have no weight, so that
    /// the mask's edge is not darkened (normalized convolution, Knutsson &amp; Westin 1993,
    /// <see href="https://doi.org/10.1109/CVPR.1993.341081"/>).
    /// </summary>
    /// <param name="values">The image, index i fastest.</param>
    /// <param name="mask">Non-zero is inside.</param>
    /// <param name="size">The grid.</param>
    /// <param name="spacing">Voxel spacing in mm.</param>
    /// <param name="sigma">Standard deviation of the kernel in mm, at least 0; it is cut off at 3 sigma.</param>
    /// <returns>The smoothed image; values outside, and those that are not finite, stay as they are.</returns>
    /// <exception cref="ArgumentException">Image or mask has another number of voxels than the grid, or sigma is not a number of at least 0.</exception>
    public static float[] ApplyWithin(ReadOnlySpan<float> values, ReadOnlySpan<byte> mask, GridSize size, Point3 spacing, double sigma)
    {
        Grid.Check(values.Length, size, nameof(values));
        Grid.Check(mask.Length, size, nameof(mask));
        float[] result = values.ToArray();
        if (sigma == 0) return result;
        float[] weighted = new float[values.Length], weight = new float[values.Length];
        for (int v = 0; v < values.Length; v++)
        {
            if (mask[v] == 0 || !float.IsFinite(values[v])) continue;
            (weighted[v], weight[v]) = (values[v], 1);
        }

        float[] sum = Apply(weighted, size, spacing, sigma), total = Apply(weight, size, spacing, sigma);
        for (int v = 0; v < result.Length; v++)
        {
            if (weight[v] != 0) result[v] = sum[v] / total[v];
        }

        return result;
    }

    /// <summary>The right half of the normalized kernel, center first.</summary>
    private static double[] Kernel(double sigma)
    {
        var half = new double[(int)Math.Min(1_000_000, Math.Ceiling(3 * sigma)) + 1];
        double sum = 0;
        for (int x = 0; x < half.Length; x++)
        {
            half[x] = x == 0 ? 1 : Math.Exp(-0.5 * x * x / (sigma * sigma));
            sum += x == 0 ? 1 : 2 * half[x];
        }

        for (int x = 0; x < half.Length; x++) half[x] /= sum;
        return half;
    }

    private static void Convolve(float[] values, GridSize size, int axis, double[] kernel)
    {
        int length = size[axis], stride = Grid.Stride(size, axis), lines = (int)(size.Count / length), reach = kernel.Length - 1;
        double[] line = ArrayPool<double>.Shared.Rent(length + (2 * reach));
        for (int n = 0; n < lines; n++)
        {
            int start = Grid.LineStart(size, axis, n);
            for (int x = 0; x < length + (2 * reach); x++)
                line[x] = values[start + (Math.Clamp(x - reach, 0, length - 1) * stride)];
            for (int x = 0; x < length; x++)
            {
                double sum = kernel[0] * line[x + reach];
                for (int d = 1; d <= reach; d++) sum += kernel[d] * (line[x + reach - d] + line[x + reach + d]);
                values[start + (x * stride)] = (float)sum;
            }
        }

        ArrayPool<double>.Shared.Return(line);
    }
}
