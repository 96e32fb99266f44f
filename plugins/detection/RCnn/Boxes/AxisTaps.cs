namespace StrokeFramework.RCnn.Boxes;

/// <summary>
/// How much each index of an axis counts in each cell of a part of it: every cell is the mean of evenly spaced linear
/// samples, each of which two indices make.
/// </summary>
/// <remarks>A sample up to one index outside the axis takes the value at its edge, one farther out 0.</remarks>
internal sealed class AxisTaps
{
    private readonly int[] _index;
    private readonly float[] _weight;

    /// <summary>Makes room for cells; <see cref="Lay"/> says where they are.</summary>
    /// <param name="cells">How many.</param>
    /// <param name="samples">Samples per cell.</param>
    public AxisTaps(int cells, int samples)
    {
        (Cells, Samples) = (cells, samples);
        (_index, _weight) = (new int[cells * 2 * samples], new float[cells * 2 * samples]);
    }

    /// <summary>How many cells there are.</summary>
    public int Cells { get; }

    /// <summary>Samples per cell.</summary>
    public int Samples { get; }

    /// <summary>The indices that count in a cell; those that count nothing are left out.</summary>
    public ReadOnlySpan<int> IndicesOf(int cell) => _index.AsSpan(cell * 2 * Samples, Count(cell));

    /// <summary>How much they count.</summary>
    public ReadOnlySpan<float> WeightsOf(int cell) => _weight.AsSpan(cell * 2 * Samples, Count(cell));

    /// <summary>Lays the cells.</summary>
    /// <param name="from">Where the first cell begins, as an index.</param>
    /// <param name="to">Where the last one ends; before <paramref name="from"/>, all samples lie on that.</param>
    /// <param name="length">Indices of the axis.</param>
    /// <returns>Itself.</returns>
    public AxisTaps Lay(float from, float to, int length)
    {
        float step = Math.Max(0, to - from) / (Cells * Samples), share = 1f / Samples;
        int taps = 2 * Samples;
        for (int cell = 0; cell < Cells; cell++)
        {
            Span<int> index = _index.AsSpan(cell * taps, taps);
            Span<float> weight = _weight.AsSpan(cell * taps, taps);
            int count = 0;
            for (int s = 0; s < Samples; s++)
            {
                float at = from + (((cell * Samples) + s + 0.5f) * step);
                // What is no number is not inside either.
                if (!(at >= -1 && at <= length)) continue;
                at = Math.Clamp(at, 0, length - 1);
                int low = (int)at;
                float high = at - low;
                count = Add(index, weight, count, low, (1 - high) * share);
                if (high > 0) count = Add(index, weight, count, low + 1, high * share);
            }

            if (count < taps) index[count] = -1;
        }

        return this;
    }

    /// <summary>Puts the cells in the opposite order.</summary>
    public void Reverse()
    {
        int taps = 2 * Samples;
        for (int low = 0, high = Cells - 1; low < high; low++, high--)
        {
            for (int t = 0; t < taps; t++)
            {
                int a = (low * taps) + t, b = (high * taps) + t;
                (_index[a], _index[b]) = (_index[b], _index[a]);
                (_weight[a], _weight[b]) = (_weight[b], _weight[a]);
            }
        }
    }

    private static int Add(Span<int> index, Span<float> weight, int count, int at, float value)
    {
        // Samples go on in one direction, so the same index can only be one of the last two.
        for (int n = count - 1; n >= Math.Max(0, count - 2); n--)
        {
            if (index[n] != at) continue;
            weight[n] += value;
            return count;
        }

        (index[count], weight[count]) = (at, value);
        return count + 1;
    }

    private int Count(int cell)
    {
        int end = _index.AsSpan(cell * 2 * Samples, 2 * Samples).IndexOf(-1);
        return end < 0 ? 2 * Samples : end;
    }
}
