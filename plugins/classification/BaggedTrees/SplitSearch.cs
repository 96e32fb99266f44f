namespace StrokeFramework.BaggedTrees;

/// <summary>Finds the threshold of the least Gini impurity of one feature.</summary>
internal sealed class SplitSearch
{
    private readonly long[] _left;
    private readonly int[] _labels, _weights;

    /// <summary>Prepares for a tree.</summary>
    /// <param name="labels">The class of each row.</param>
    /// <param name="weights">How often each row is in the sample.</param>
    /// <param name="classes">Number of classes.</param>
    public SplitSearch(int[] labels, int[] weights, int classes) => (_labels, _weights, _left) = (labels, weights, new long[classes]);

    /// <summary>The best split found so far; its feature is -1 as long as there is none.</summary>
    public (int Feature, double Threshold, double Score) Best { get; private set; }

    /// <summary>Forgets the best split.</summary>
    public void Reset() => Best = (-1, 0, double.NegativeInfinity);

    /// <summary>Tries all thresholds of a feature; equals go to the split found first.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="rows">The rows of the node by rising value.</param>
    /// <param name="values">The feature's value in each row.</param>
    /// <param name="totals">Weight of each class in the node.</param>
    public void Try(int feature, ReadOnlySpan<int> rows, ReadOnlySpan<double> values, ReadOnlySpan<long> totals)
    {
        if (values[rows[0]] == values[rows[^1]]) return;
        long leftSum = 0, rightSum = 0, leftSquares = 0, rightSquares = 0;
        foreach (long total in totals) (rightSum, rightSquares) = (rightSum + total, rightSquares + (total * total));
        ReadOnlySpan<int> labels = _labels, weights = _weights;
        Span<long> left = _left;
        left.Clear();
        for (int n = 0; n < rows.Length - 1; n++)
        {
            int row = rows[n], label = labels[row], weight = weights[row];
            long before = left[label], rest = totals[label] - before;
            leftSquares += weight * ((2 * before) + weight);
            rightSquares += weight * (weight - (2 * rest));
            left[label] = before + weight;
            leftSum += weight;
            rightSum -= weight;
            double value = values[row], next = values[rows[n + 1]];
            if (value == next) continue;
            // The weighted impurity of the halves is the node's weight less this.
            double score = ((double)leftSquares / leftSum) + ((double)rightSquares / rightSum);
            if (score > Best.Score) Best = (feature, Between(value, next), score);
        }
    }

    private static double Between(double low, double high)
    {
        double middle = (low / 2) + (high / 2);
        // Between neighboring numbers there is none; what is not above the lower one still parts them.
        return middle >= low && middle < high ? middle : low;
    }
}
