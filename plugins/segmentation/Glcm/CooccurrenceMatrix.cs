using System.Buffers;

namespace StrokeFramework.Glcm;

/// <summary>
/// Symmetric counts of the gray levels of neighboring pixels at distance 1 (Haralick, Shanmugam &amp; Dinstein 1973,
/// <see href="https://doi.org/10.1109/TSMC.1973.4309314"/>). A pair counts once in each order.
/// </summary>
internal sealed class CooccurrenceMatrix
{
    private readonly long[] _counts;
    private readonly Lock _gate = new();

    public CooccurrenceMatrix(int levels) => (Levels, _counts) = (levels, new long[levels * levels]);

    /// <summary>Number of gray levels.</summary>
    public int Levels { get; }

    /// <summary>The counts, row by row.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Count of level pairs in the order (i, j).</summary>
    public long this[int i, int j] => _counts[(i * Levels) + j];

    /// <summary>Adds the pairs of one picture; may be called from several threads, since sums of integers have no order.</summary>
    /// <param name="levels">Gray levels, first index fastest; <see cref="GrayLevels.Outside"/> pairs with nothing.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Number of rows.</param>
    /// <param name="directions">Which neighbors are paired.</param>
    /// <param name="cancellation">Looked at in every row.</param>
    public void Add(ReadOnlySpan<short> levels, int width, int height, PairDirections directions, CancellationToken cancellation)
    {
        // Pairs in one order only; the other order is the transpose.
        int[] rented = ArrayPool<int>.Shared.Rent(Levels * Levels);
        Span<int> pairs = rented.AsSpan(0, Levels * Levels);
        pairs.Clear();
        for (int j = 0; j < height; j++)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<short> row = levels.Slice(j * width, width);
            if (!row.ContainsAnyExcept(GrayLevels.Outside)) continue;
            if (directions.HasFlag(PairDirections.Horizontal)) Count(row[..^1], row[1..], pairs);
            if (j + 1 == height) continue;
            ReadOnlySpan<short> next = levels.Slice((j + 1) * width, width);
            if (directions.HasFlag(PairDirections.Rising)) Count(row[1..], next[..^1], pairs);
            if (directions.HasFlag(PairDirections.Vertical)) Count(row, next, pairs);
            if (directions.HasFlag(PairDirections.Falling)) Count(row[..^1], next[1..], pairs);
        }

        Merge(pairs);
        ArrayPool<int>.Shared.Return(rented);
    }

    // A brain has few of all levels: only the square of those that occur is added.
    private void Merge(ReadOnlySpan<int> pairs)
    {
        int first = Levels, last = -1;
        for (int i = 0; i < Levels; i++)
        {
            ReadOnlySpan<int> row = pairs.Slice(i * Levels, Levels);
            int start = row.IndexOfAnyExcept(0);
            if (start < 0) continue;
            first = Math.Min(first, Math.Min(i, start));
            last = Math.Max(i, Math.Max(last, row.LastIndexOfAnyExcept(0)));
        }

        lock (_gate)
        {
            for (int i = first; i <= last; i++)
            {
                for (int j = first; j <= last; j++) _counts[(i * Levels) + j] += pairs[(i * Levels) + j] + pairs[(j * Levels) + i];
            }
        }
    }

    private void Count(ReadOnlySpan<short> first, ReadOnlySpan<short> second, Span<int> pairs)
    {
        for (int n = 0; n < first.Length; n++)
        {
            int a = first[n], b = second[n];
            if ((a | b) >= 0) pairs[(a * Levels) + b]++;
        }
    }
}
