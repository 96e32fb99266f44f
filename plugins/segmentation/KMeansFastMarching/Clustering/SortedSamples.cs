using System.Buffers;

namespace StrokeFramework.KMeansFastMarching.Clustering;

/// <summary>
/// The distinct intensities of a set of voxels in ascending order, with running sums, so that the inertia of any
/// stretch of them costs a few operations.
/// </summary>
internal sealed class SortedSamples
{
    private readonly float[] _values;

    private SortedSamples(float[] values, double[] weight, double[] sum, double[] square, double origin)
    {
        (_values, Weight, Sum, Square, Origin) = (values, weight, sum, square, origin);
    }

    /// <summary>The distinct values, ascending.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>How many distinct values there are.</summary>
    public int Distinct => _values.Length;

    /// <summary>How many voxels there are.</summary>
    public long Total => (long)Weight[^1];

    /// <summary>Entry p: voxels among the first p distinct values.</summary>
    public double[] Weight { get; }

    /// <summary>Entry p: sum of the first p values less <see cref="Origin"/>, with their multiplicity.</summary>
    public double[] Sum { get; }

    /// <summary>Entry p: the same sum of squares.</summary>
    public double[] Square { get; }

    /// <summary>The middle value: sums are taken about it, so that they stay small and lose no digits.</summary>
    public double Origin { get; }

    /// <summary>Collects the finite values of voxels inside a mask.</summary>
    public static SortedSamples Of(ReadOnlySpan<float> image, ReadOnlySpan<byte> mask)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(image.Length);
        int count = 0;
        for (int v = 0; v < image.Length; v++)
        {
            // Adding 0 turns -0 into 0, which sorts elsewhere but is the same number.
            if (mask[v] != 0 && float.IsFinite(image[v])) rented[count++] = image[v] + 0f;
        }

        Span<float> sorted = rented.AsSpan(0, count);
        RadixSort.Sort(sorted);
        SortedSamples samples = Compress(sorted);
        ArrayPool<float>.Shared.Return(rented);
        return samples;
    }

    /// <summary>The value below which a fraction of the voxels lies.</summary>
    public double Quantile(double fraction)
    {
        int p = LowerBound(Weight, (fraction * (Total - 1)) + 1);
        return _values[Math.Clamp(p - 1, 0, Distinct - 1)];
    }

    /// <summary>The number of distinct values that are at most a limit.</summary>
    public int CountAtMost(double limit)
    {
        int low = 0, high = Distinct;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_values[middle] <= limit) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The sum of squared distances of the values [from, to) to their mean.</summary>
    public double Inertia(int from, int to)
    {
        double weight = Weight[to] - Weight[from];
        if (weight <= 0) return 0;
        double sum = Sum[to] - Sum[from];
        return Math.Max(0, Square[to] - Square[from] - (sum * sum / weight));
    }

    /// <summary>The mean of the values [from, to).</summary>
    public double Mean(int from, int to) => Origin + ((Sum[to] - Sum[from]) / (Weight[to] - Weight[from]));

    private static SortedSamples Compress(ReadOnlySpan<float> sorted)
    {
        int distinct = 0;
        for (int v = 0; v < sorted.Length; v++)
        {
            if (v == 0 || sorted[v] != sorted[v - 1]) distinct++;
        }

        var values = new float[distinct];
        double[] weight = new double[distinct + 1], sum = new double[distinct + 1], square = new double[distinct + 1];
        double origin = sorted.IsEmpty ? 0 : sorted[sorted.Length / 2];
        int p = 0;
        for (int v = 0; v < sorted.Length;)
        {
            int end = v + 1;
            while (end < sorted.Length && sorted[end] == sorted[v]) end++;
            int count = end - v;
            double offset = sorted[v] - origin;
            values[p] = sorted[v];
            weight[p + 1] = weight[p] + count;
            sum[p + 1] = sum[p] + (count * offset);
            square[p + 1] = square[p] + (count * offset * offset);
            p++;
            v = end;
        }

        return new(values, weight, sum, square, origin);
    }

    private static int LowerBound(double[] ascending, double value)
    {
        int low = 0, high = ascending.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
