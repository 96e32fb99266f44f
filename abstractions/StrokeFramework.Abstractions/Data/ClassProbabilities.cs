namespace StrokeFramework;

/// <summary>Class probabilities of each feature row.</summary>
public sealed class ClassProbabilities
{
    /// <summary>Creates probabilities.</summary>
    /// <param name="classes">The class names, in the order of the values.</param>
    /// <param name="rows">Per row one probability per class, summing to 1.</param>
    /// <param name="method">How the probabilities are made, in a phrase a reader can judge them by.</param>
    /// <exception cref="ArgumentException">A row has another number of values than there are classes.</exception>
    public ClassProbabilities(IReadOnlyList<string> classes, IReadOnlyList<ReadOnlyMemory<double>> rows, string method)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(rows);
        foreach (ReadOnlyMemory<double> row in rows)
        {
            if (row.Length != classes.Count)
                throw new ArgumentException($"A row has {row.Length} probabilities for {classes.Count} classes.", nameof(rows));
        }

        (Classes, Rows, Method) = (classes, rows, method);
    }

    /// <summary>The class names.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Per row one probability per class.</summary>
    public IReadOnlyList<ReadOnlyMemory<double>> Rows { get; }

    /// <summary>How the probabilities are made.</summary>
    public string Method { get; }

    /// <summary>The most probable class of a row; ties go to the class named first.</summary>
    public string Best(int row)
    {
        ReadOnlySpan<double> values = Rows[row].Span;
        int best = 0;
        for (int c = 1; c < values.Length; c++)
        {
            if (values[c] > values[best]) best = c;
        }

        return Classes[best];
    }
}
