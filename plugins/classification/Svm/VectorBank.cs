using System.Runtime.Intrinsics;

namespace StrokeFramework.Svm;

/// <summary>Support vectors shared by the machines of a model: each once, stored feature by feature.</summary>
internal sealed class VectorBank
{
    private readonly double[] _values;

    /// <summary>Takes vectors.</summary>
    /// <param name="vectors">The vectors, each with the given number of features.</param>
    /// <param name="features">Number of features, at least 1.</param>
    public VectorBank(IReadOnlyList<double[]> vectors, int features)
    {
        Count = vectors.Count;
        Features = features;
        int lanes = Vector256<double>.Count;
        PaddedCount = (Count + lanes - 1) / lanes * lanes;
        _values = new double[PaddedCount * features];
        for (int v = 0; v < Count; v++)
        {
            for (int f = 0; f < features; f++) _values[(f * PaddedCount) + v] = vectors[v][f];
        }
    }

    /// <summary>Number of vectors.</summary>
    public int Count { get; }

    /// <summary>Number of features.</summary>
    public int Features { get; }

    /// <summary>The number of vectors rounded up to whole groups of four, which are computed together.</summary>
    public int PaddedCount { get; }

    /// <summary>One feature of every vector, padded with zeros.</summary>
    public ReadOnlySpan<double> Feature(int f) => _values.AsSpan(f * PaddedCount, PaddedCount);
}
