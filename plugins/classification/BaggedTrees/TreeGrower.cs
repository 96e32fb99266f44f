namespace StrokeFramework.BaggedTrees;

/// <summary>
/// Grows one tree (Breiman, Friedman, Olshen, Stone 1984): level by level, each node by the split of the least Gini
/// impurity, until the leaves are pure or rows cannot be told apart.
/// </summary>
internal sealed class TreeGrower
{
    private readonly FeatureOrder _order;
    private readonly int[] _weights;
    private readonly int[][] _sorted;
    private readonly int[] _buffer, _features;
    private readonly bool[] _goesLeft;
    private readonly SplitSearch _search;
    private readonly List<TreeNode> _nodes = [];
    private readonly List<double> _shares = [];
    private readonly Queue<(int From, int To)> _open = new();

    /// <summary>Prepares for a tree.</summary>
    /// <param name="order">The training rows.</param>
    /// <param name="weights">How often each row is in the sample.</param>
    public TreeGrower(FeatureOrder order, int[] weights)
    {
        (_order, _weights) = (order, weights);
        _sorted = [.. Enumerable.Range(0, order.Features).Select(f => Array.FindAll(order.Order(f), n => weights[n] > 0))];
        _buffer = new int[_sorted[0].Length];
        _features = [.. Enumerable.Range(0, order.Features)];
        _goesLeft = new bool[weights.Length];
        _search = new(order.Labels, weights, order.Classes);
    }

    /// <summary>Grows the tree.</summary>
    /// <param name="tried">How many features a split chooses among.</param>
    /// <param name="mostSplits">The most splits.</param>
    /// <param name="random">Draws the features where not all are tried.</param>
    /// <param name="cancellationToken">Signalled to stop.</param>
    public Tree Grow(int tried, int mostSplits, Random random, CancellationToken cancellationToken)
    {
        Span<long> totals = new long[_order.Classes];
        _open.Enqueue((0, _buffer.Length));
        for (int splits = 0; _open.TryDequeue(out (int From, int To) node);)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool isPure = Count(node, totals);
            if (isPure || splits >= mostSplits || !FindSplit(node, tried, random, totals))
            {
                AddLeaf(totals);
                continue;
            }

            (int feature, double threshold, _) = _search.Best;
            int middle = Divide(node, feature, threshold);
            _nodes.Add(new(feature, (2 * splits++) + 1, threshold));
            _open.Enqueue((node.From, middle));
            _open.Enqueue((middle, node.To));
        }

        return new([.. _nodes], [.. _shares]);
    }

    private bool Count((int From, int To) node, Span<long> totals)
    {
        totals.Clear();
        foreach (int row in _sorted[0].AsSpan(node.From..node.To)) totals[_order.Labels[row]] += _weights[row];
        int present = 0;
        foreach (long total in totals) present += total > 0 ? 1 : 0;
        return present == 1;
    }

    private bool FindSplit((int From, int To) node, int tried, Random random, ReadOnlySpan<long> totals)
    {
        _search.Reset();
        for (int n = 0; n < _features.Length; n++)
        {
            // Features that do not vary in the node do not end the search.
            if (n >= tried && _search.Best.Feature >= 0) break;
            if (tried < _features.Length)
            {
                int other = random.Next(n, _features.Length);
                (_features[n], _features[other]) = (_features[other], _features[n]);
            }

            int f = _features[n];
            _search.Try(f, _sorted[f].AsSpan(node.From..node.To), _order.Values(f), totals);
        }

        return _search.Best.Feature >= 0;
    }

    // Parts the node's rows in the order of every feature, keeping the order within both halves.
    private int Divide((int From, int To) node, int feature, double threshold)
    {
        double[] values = _order.Values(feature);
        foreach (int row in _sorted[feature].AsSpan(node.From..node.To)) _goesLeft[row] = values[row] <= threshold;
        int middle = node.From;
        foreach (int[] sorted in _sorted)
        {
            Span<int> rows = sorted.AsSpan(node.From..node.To), right = _buffer;
            int lefts = 0, rights = 0;
            foreach (int row in rows)
            {
                // Both are written and one is counted, which is quicker than to choose.
                bool isLeft = _goesLeft[row];
                rows[lefts] = row;
                right[rights] = row;
                lefts += isLeft ? 1 : 0;
                rights += isLeft ? 0 : 1;
            }

            right[..rights].CopyTo(rows[lefts..]);
            middle = node.From + lefts;
        }

        return middle;
    }

    private void AddLeaf(ReadOnlySpan<long> totals)
    {
        _nodes.Add(TreeNode.Leaf(_shares.Count / totals.Length));
        long sum = 0;
        foreach (long total in totals) sum += total;
        foreach (long total in totals) _shares.Add((double)total / sum);
    }
}
