using System.Runtime.InteropServices;

namespace StrokeFramework.Svm;

/// <summary>The rows that can be learned from, standardized, and their classes.</summary>
internal sealed class TrainingRows
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Standardizes rows.</summary>
    public TrainingRows(TrainingSet training)
    {
        (Header, Labels) = (training.Header, training.Labels);
        Rows = [.. training.Rows.Select(r => Standardized(training.Header.Standardizer, r.Span))];
        VectorOf = [.. Rows.Select(r => _numbers.TryAdd(KeyOf(r), _numbers.Count) ? _numbers.Count - 1 : _numbers[KeyOf(r)])];
    }

    /// <summary>Features, their shift and scale, and classes.</summary>
    public ModelHeader Header { get; }

    /// <summary>The class names in ordinal order.</summary>
    public IReadOnlyList<string> Classes => Header.Classes;

    /// <summary>The class of each row, as its place among <see cref="Classes"/>.</summary>
    public int[] Labels { get; }

    /// <summary>The standardized rows in the precision that OpenCV works in.</summary>
    public float[][] Rows { get; }

    /// <summary>For each row the number of its values: rows of equal values share it.</summary>
    public int[] VectorOf { get; }

    /// <summary>The number of a row of values that occurs among the training rows.</summary>
    public int NumberOf(ReadOnlySpan<float> values) => _numbers[KeyOf(values)];

    private static float[] Standardized(Standardizer standardizer, ReadOnlySpan<double> row)
    {
        Span<double> values = new double[row.Length];
        standardizer.Apply(row, values);
        var result = new float[row.Length];
        for (int f = 0; f < result.Length; f++) result[f] = (float)values[f];
        return result;
    }

    private static string KeyOf(ReadOnlySpan<float> values) => new(MemoryMarshal.Cast<float, char>(values));
}
