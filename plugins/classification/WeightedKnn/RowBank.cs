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
            // Within a block: for each feature the first four rows, then the other four.
            int block = place / (2 * features), feature = place / 2 % features, first = (block * BlockSize) + (place % 2 * Half);
            for (int lane = 0; lane < Half; lane++)
            {
                // What fills the last block up is infinitely far away.
                lanes[lane] = first + lane < Count ? values[((first + lane) * features) + feature] : double.PositiveInfinity;
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
    /// <param name="row">A standardized row, all finite.</param>
    /// <param name="low">Those of the block's first four rows.</param>
    /// <param name="high">Those of the other four.</param>
    public void SquaredDistances(int block, ReadOnlySpan<double> row, out Vector256<double> low, out Vector256<double> high)
    {
        ReadOnlySpan<Vector256<double>> values = _blocks.AsSpan(block * 2 * row.Length, 2 * row.Length);
        Vector256<double> first = Vector256<double>.Zero, second = Vector256<double>.Zero;
        for (int f = 0; f < row.Length; f++)
        {
            Vector256<double> x = Vector256.Create(row[f]);
            Vector256<double> a = x - values[2 * f], b = x - values[(2 * f) + 1];
            first += a * a;
            second += b * b;
        }

        (low, high) = (first, second);
    }
}
