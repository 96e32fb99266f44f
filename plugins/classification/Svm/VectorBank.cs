namespace StrokeFramework.Svm;

/// <summary>
/// Support vectors shared by the machines of a model: each once, in groups of eight that are computed together. A group
/// holds its eight values of the first feature, then those of the second, and so on, so that one pass reads it in order.
/// </summary>
internal sealed class VectorBank
{
    /// <summary>Vectors in a group.</summary>
    public const int Together = 8;

    private readonly double[] _values;

    /// <summary>Takes vectors.</summary>
    /// <param name="vectors">The vectors, each with the given number of features.</param>
    /// <param name="features">Number of features, at least 1.</param>
    public VectorBank(IReadOnlyList<double[]> vectors, int features)
    {
        Count = vectors.Count;
        Features = features;
        PaddedCount = (Count + Together - 1) / Together * Together;
        _values = new double[PaddedCount * features];
        for (int v = 0; v < Count; v++)
        {
            for (int f = 0; f < features; f++) _values[PlaceOf(v, f)] = vectors[v][f];
        }
    }

    /// <summary>Number of vectors.</summary>
    public int Count { get; }

    /// <summary>Number of features.</summary>
    public int Features { get; }

    /// <summary>The number of vectors rounded up to whole groups.</summary>
    public int PaddedCount { get; }

    /// <summary>All values, group by group, padded with zeros.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>One feature of one vector.</summary>
    public double this[int vector, int feature] => _values[PlaceOf(vector, feature)];

    private int PlaceOf(int vector, int feature) => (((vector / Together * Features) + feature) * Together) + (vector % Together);
}
