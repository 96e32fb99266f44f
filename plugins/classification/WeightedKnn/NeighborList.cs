namespace StrokeFramework.WeightedKnn;

/// <summary>The nearest rows found so far, nearest first; of rows equally far the one that came first.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class NeighborList(int capacity)
{
    private readonly double[] _distances = new double[capacity];
    private readonly int[] _rows = new int[capacity];
    private int _count;

    /// <summary>How many are kept.</summary>
    public int Capacity => _distances.Length;

    /// <summary>Squared distances, rising.</summary>
    public ReadOnlySpan<double> SquaredDistances => _distances.AsSpan(0, _count);

    /// <summary>The rows at these distances.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    /// <summary>What a squared distance must be less than to be taken in.</summary>
    public double Limit => _count < _distances.Length ? double.PositiveInfinity : _distances[^1];

    /// <summary>Forgets all.</summary>
    public void Clear() => _count = 0;

    /// <summary>Takes a row in if it is nearer than the limit. Rows must come in rising order.</summary>
    public void Offer(int row, double squaredDistance)
    {
        if (!(squaredDistance < Limit)) return;
        int place = _count < _distances.Length ? _count++ : _count - 1;
        for (; place > 0 && _distances[place - 1] > squaredDistance; place--)
            (_distances[place], _rows[place]) = (_distances[place - 1], _rows[place - 1]);
        (_distances[place], _rows[place]) = (squaredDistance, row);
    }
}
