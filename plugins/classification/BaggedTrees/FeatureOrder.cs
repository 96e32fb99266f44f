namespace StrokeFramework.BaggedTrees;

/// <summary>The training rows feature by feature, and for each feature their order by its value, sorted once for all trees.</summary>
internal sealed class FeatureOrder
{
    private readonly double[][] _values;
    private readonly int[][] _orders;

    /// <summary>Sorts rows.</summary>
    public FeatureOrder(TrainingSet training)
    {
        (Labels, Classes) = (training.Labels, training.Classes.Count);
        _values = new double[training.Features][];
        _orders = new int[training.Features][];
        for (int f = 0; f < training.Features; f++)
        {
            _values[f] = Array.ConvertAll(training.Rows, r => r.Span[f]);
            _orders[f] = [.. Enumerable.Range(0, training.Rows.Length)];
            var keys = (double[])_values[f].Clone();
            Array.Sort(keys, _orders[f]);
        }
    }

    /// <summary>The class of each row.</summary>
    public int[] Labels { get; }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Number of features.</summary>
    public int Features => _values.Length;

    /// <summary>The value of one feature in each row.</summary>
    public double[] Values(int feature) => _values[feature];

    /// <summary>The rows by rising value of a feature.</summary>
    public int[] Order(int feature) => _orders[feature];
}
