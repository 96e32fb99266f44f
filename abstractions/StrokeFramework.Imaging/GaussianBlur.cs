using System.Buffers;
using System.Numerics;

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
        // Along i a line is a row; along j and k whole rows are added up at a time, for they lie side by side in memory.
        int width = axis == 0 ? 1 : size.I, length = size[axis], stride = Grid.Stride(size, axis), reach = kernel.Length - 1;
        int count = axis == 0 ? length : width, groups = values.Length / (length * width), step = axis switch { 0 => length, 1 => size.SliceCount, _ => width };
        double[] padded = ArrayPool<double>.Shared.Rent((length + (2 * reach)) * width);
        for (int group = 0; group < groups; group++)
        {
            int start = group * step;
            for (int x = 0; x < length + (2 * reach); x++)
            {
                ReadOnlySpan<float> source = values.AsSpan(start + (Math.Clamp(x - reach, 0, length - 1) * stride), width);
                for (int i = 0; i < width; i++) padded[(x * width) + i] = source[i];
            }

            for (int x = 0; x < (axis == 0 ? 1 : length); x++)
                AddUp(padded, (x + reach) * width, width, kernel, values.AsSpan(start + (x * stride), count));
        }

        ArrayPool<double>.Shared.Return(padded);
    }

    /// <summary>Adds up what lies around each of some neighboring values; the order of the sum is that of the kernel, whatever the vectors' width.</summary>
    /// <param name="padded">The values, with what lies beyond them.</param>
    /// <param name="from">Where the first of them lies.</param>
    /// <param name="step">Distance to the next along the kernel.</param>
    /// <param name="kernel">The right half of the kernel.</param>
    /// <param name="sums">One sum for each.</param>
    private static void AddUp(ReadOnlySpan<double> padded, int from, int step, double[] kernel, Span<float> sums)
    {
        int x = 0, wide = Vector<double>.Count;
        for (; x <= sums.Length - (2 * wide); x += 2 * wide)
            Vector.Narrow(Sum(padded, from + x), Sum(padded, from + x + wide)).CopyTo(sums[x..]);
        for (; x < sums.Length; x++)
        {
            double sum = kernel[0] * padded[from + x];
            for (int d = 1; d < kernel.Length; d++) sum += kernel[d] * (padded[from + x - (d * step)] + padded[from + x + (d * step)]);
            sums[x] = (float)sum;
        }

        Vector<double> Sum(ReadOnlySpan<double> values, int at)
        {
            Vector<double> sum = kernel[0] * new Vector<double>(values[at..]);
            for (int d = 1; d < kernel.Length; d++) sum += kernel[d] * (new Vector<double>(values[(at - (d * step))..]) + new Vector<double>(values[(at + (d * step))..]));
            return sum;
        }
    }
}
