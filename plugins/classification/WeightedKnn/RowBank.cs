using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StrokeFramework.WeightedKnn;

/// <summary>Training rows, stored in blocks of eight so that eight distances are computed together.</summary>
internal sealed class RowBank
{
    /// <summary>Rows of a block.</summary>
    public const int BlockSize = 8;

    private const int Half = BlockSize / 2;
    private readonly Vector256<double>[] _blocks;

    /// <summary>Takes standardized rows, features fastest.</summary>
    /// <param name="values">The values, all finite.</param>
    /// <param name="features">Number of features.</param>
    public RowBank(double[] values, int features)
    {
        (Values, Features) = (values, features);
        Blocks = (Count + BlockSize - 1) / BlockSize;
        _blocks = new Vector256<double>[Blocks * 2 * features];
        Span<double> lanes = stackalloc double[Half];
        for (int place = 0; place < _blocks.Length; place++)
        {
            // Of each block first all features of four rows, then all features of the other four.
            int half = place / features, feature = place % features;
            for (int lane = 0; lane < Half; lane++)
            {
                int row = (half * Half) + lane;
                // What fills the last block up is infinitely far away.
                lanes[lane] = row < Count ? values[(row * features) + feature] : double.PositiveInfinity;
            }

            _blocks[place] = Vector256.Create<double>(lanes);
        }
    }

    /// <summary>The rows as they were given.</summary>
    public double[] Values { get; }

    /// <summary>Number of features.</summary>
    public int Features { get; }

    /// <summary>Number of rows.</summary>
    public int Count => Values.Length / Features;

    /// <summary>Number of blocks.</summary>
    public int Blocks { get; }

    /// <summary>Squared distances of one block's rows; infinite beyond the last row.</summary>
    /// <param name="block">Which block.</param>
    /// <param name="row">A standardized row, all finite, each value in all lanes.</param>
    /// <param name="low">Those of the block's first four rows.</param>
    /// <param name="high">Those of the other four.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SquaredDistances(int block, ReadOnlySpan<Vector256<double>> row, out Vector256<double> low, out Vector256<double> high)
    {
        ReadOnlySpan<Vector256<double>> both = _blocks.AsSpan(block * 2 * row.Length, 2 * row.Length);
        ReadOnlySpan<Vector256<double>> first = both[..row.Length], second = both.Slice(row.Length, row.Length);
        Vector256<double> a = Vector256<double>.Zero, b = Vector256<double>.Zero;
        for (int f = 0; f < row.Length; f++)
        {
            Vector256<double> x = row[f] - first[f], y = row[f] - second[f];
            a += x * x;
            b += y * y;
        }

        (low, high) = (a, b);
    }
}
