using System.Numerics;
using System.Runtime.InteropServices;

namespace StrokeFramework.RCnn.Boxes;

/// <summary>Samples planes on a grid along their axes: first whole rows are mixed, then what lies within them.</summary>
internal static class Resampling
{
    /// <summary>Samples a plane.</summary>
    /// <param name="plane">Rows of <paramref name="width"/> values.</param>
    /// <param name="width">Values of a row.</param>
    /// <param name="across">The cells along a row.</param>
    /// <param name="down">The cells along a column.</param>
    /// <param name="target">As many rows as <paramref name="down"/> has cells, of as many values as <paramref name="across"/> has.</param>
    public static void Sample(ReadOnlySpan<float> plane, int width, AxisTaps across, AxisTaps down, Span<float> target)
    {
        float[] mixed = System.Buffers.ArrayPool<float>.Shared.Rent(width);
        Span<float> row = mixed.AsSpan(0, width);
        (int first, int last) = Extent(across);
        for (int y = 0; y < down.Cells; y++)
        {
            Span<float> cells = target.Slice(y * across.Cells, across.Cells);
            ReadOnlySpan<int> rows = down.IndicesOf(y);
            ReadOnlySpan<float> shares = down.WeightsOf(y);
            if (rows.IsEmpty || last < first)
            {
                cells.Clear();
                continue;
            }

            Span<float> part = row[first..(last + 1)];
            part.Clear();
            for (int n = 0; n < rows.Length; n++) AddTo(part, plane.Slice((rows[n] * width) + first, part.Length), shares[n]);
            for (int x = 0; x < cells.Length; x++)
            {
                ReadOnlySpan<int> columns = across.IndicesOf(x);
                ReadOnlySpan<float> weights = across.WeightsOf(x);
                float sum = 0;
                for (int n = 0; n < columns.Length; n++) sum += weights[n] * row[columns[n]];
                cells[x] = sum;
            }
        }

        System.Buffers.ArrayPool<float>.Shared.Return(mixed);
    }

    /// <summary>Adds values, multiplied by a number, to others.</summary>
    /// <param name="target">What is added to.</param>
    /// <param name="values">As many.</param>
    /// <param name="factor">The number.</param>
    public static void AddTo(Span<float> target, ReadOnlySpan<float> values, float factor)
    {
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(target);
        ReadOnlySpan<Vector<float>> terms = MemoryMarshal.Cast<float, Vector<float>>(values[..target.Length]);
        var factors = new Vector<float>(factor);
        for (int n = 0; n < sums.Length; n++) sums[n] += terms[n] * factors;
        for (int n = sums.Length * Vector<float>.Count; n < target.Length; n++) target[n] += values[n] * factor;
    }

    private static (int First, int Last) Extent(AxisTaps taps)
    {
        int first = int.MaxValue, last = -1;
        for (int cell = 0; cell < taps.Cells; cell++)
        {
            foreach (int index in taps.IndicesOf(cell)) (first, last) = (Math.Min(first, index), Math.Max(last, index));
        }

        return (first, last);
    }
}
