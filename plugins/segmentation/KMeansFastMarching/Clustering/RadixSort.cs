using System.Buffers;
using System.Runtime.InteropServices;

namespace StrokeFramework.KMeansFastMarching.Clustering;

/// <summary>Sorts floating-point numbers by their bits in three passes: linear in their number.</summary>
internal static class RadixSort
{
    private const int Digit = 11;
    private const int Buckets = 1 << Digit;

    /// <summary>Sorts ascending. NaN must not occur.</summary>
    public static void Sort(Span<float> values)
    {
        Span<uint> keys = MemoryMarshal.Cast<float, uint>(values);
        uint[] rented = ArrayPool<uint>.Shared.Rent(keys.Length);
        Span<uint> other = rented.AsSpan(0, keys.Length);
        var counts = new int[3 * Buckets];
        for (int v = 0; v < keys.Length; v++)
        {
            // Negative numbers order backwards by their bits: flip them all, and only the sign of the others.
            uint key = keys[v];
            key ^= (key >> 31) == 0 ? 0x80000000u : 0xFFFFFFFFu;
            keys[v] = key;
            counts[key & (Buckets - 1)]++;
            counts[Buckets + ((key >> Digit) & (Buckets - 1))]++;
            counts[(2 * Buckets) + (key >> (2 * Digit))]++;
        }

        Pass(keys, other, counts.AsSpan(0, Buckets), 0);
        Pass(other, keys, counts.AsSpan(Buckets, Buckets), Digit);
        Pass(keys, other, counts.AsSpan(2 * Buckets, Buckets), 2 * Digit);
        for (int v = 0; v < keys.Length; v++)
        {
            uint key = other[v];
            keys[v] = key ^ ((key >> 31) == 1 ? 0x80000000u : 0xFFFFFFFFu);
        }

        ArrayPool<uint>.Shared.Return(rented);
    }

    private static void Pass(ReadOnlySpan<uint> source, Span<uint> target, Span<int> counts, int shift)
    {
        int start = 0;
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            int count = counts[bucket];
            counts[bucket] = start;
            start += count;
        }

        foreach (uint key in source) target[counts[(int)((key >> shift) & (Buckets - 1))]++] = key;
    }
}
