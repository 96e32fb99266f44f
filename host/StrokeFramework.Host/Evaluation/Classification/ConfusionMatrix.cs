namespace StrokeFramework.Host.Evaluation;

/// <summary>How often each true class was predicted as each class.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[] _counts;
    private readonly int? _total;
    private ClassAgreement[]? _byClass;

    /// <summary>Creates a matrix.</summary>
    /// <param name="classes">The classes, in order, each once.</param>
    /// <param name="counts">Counts row by row: true class down, predicted class across.</param>
    /// <exception cref="ArgumentException">There are not classes × classes counts, one is negative, or a class stands there twice.</exception>
    public ConfusionMatrix(IReadOnlyList<string> classes, IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(counts);
        if (classes.Distinct(StringComparer.Ordinal).Count() != classes.Count) throw new ArgumentException("A class stands there twice.", nameof(classes));
        if (counts.Count != classes.Count * classes.Count)
            throw new ArgumentException($"{classes.Count} classes need {classes.Count * classes.Count} counts, not {counts.Count}.", nameof(counts));
        if (counts.Any(c => c < 0)) throw new ArgumentException("A count is negative.", nameof(counts));
        Classes = [.. classes];
        _counts = [.. counts];
    }

    // For resamples: the classes have been looked at, and the counts are the matrix's own.
    private ConfusionMatrix(IReadOnlyList<string> classes, int[] counts, int total) => (Classes, _counts, _total) = (classes, counts, total);

    /// <summary>The classes, in order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Counts row by row: true class down, predicted class across.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>Each class against the rest, in the order of the classes.</summary>
    public IReadOnlyList<ClassAgreement> ByClass => Agreements();

    /// <summary>How many rows were counted.</summary>
    public int Total => _total ?? _counts.Sum();

    /// <summary>How many rows were predicted right.</summary>
    public int Correct => Enumerable.Range(0, Classes.Count).Sum(c => this[c, c]);

    /// <summary>Overall accuracy, the share of rows predicted right, in [0, 1]; NaN without rows.</summary>
    public double Accuracy => Total == 0 ? double.NaN : (double)Correct / Total;

    /// <summary>Mean sensitivity over the classes that occur, or balanced accuracy; NaN when none does.</summary>
    public double MacroSensitivity => Macro(c => c.Sensitivity);

    /// <summary>Mean specificity over the classes for which it is defined; NaN when it is for none.</summary>
    public double MacroSpecificity => Macro(c => c.Specificity);

    /// <summary>Mean precision over the classes that were predicted at all; NaN when none was.</summary>
    public double MacroPrecision => Macro(c => c.Precision);

    /// <summary>Mean one-versus-rest accuracy over the classes; NaN without rows.</summary>
    public double MacroAccuracy => Macro(c => c.Accuracy);

    /// <summary>How many rows of a true class were predicted as a class, both by their place in <see cref="Classes"/>.</summary>
    public int this[int trueClass, int predictedClass] => _counts[(trueClass * Classes.Count) + predictedClass];

    /// <summary>Counts pairs of true and predicted class.</summary>
    /// <param name="classes">The classes, in order, each once.</param>
    /// <param name="rows">A pair per row.</param>
    /// <exception cref="ArgumentException">A row names a class that is not among the classes.</exception>
    public static ConfusionMatrix Of(IReadOnlyList<string> classes, IEnumerable<(string True, string Predicted)> rows)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(rows);
        var counts = new int[classes.Count * classes.Count];
        foreach (int cell in CellsOf(classes, rows)) counts[cell]++;
        return new(classes, counts);
    }

    /// <summary>The place of each pair among the counts.</summary>
    /// <exception cref="ArgumentException">A row names a class that is not among the classes.</exception>
    internal static int[] CellsOf(IReadOnlyList<string> classes, IEnumerable<(string True, string Predicted)> rows)
    {
        var places = classes.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        return [.. rows.Select(r => (PlaceOf(r.True) * classes.Count) + PlaceOf(r.Predicted))];

        int PlaceOf(string name) => places.TryGetValue(name, out int place)
            ? place
            : throw new ArgumentException($"'{name}' is not one of the classes {string.Join(", ", classes)}.", nameof(rows));
    }

    /// <summary>Counts a resample.</summary>
    /// <param name="classes">The classes, in order, each once.</param>
    /// <param name="cells">The place of each row's pair among the counts, see <see cref="CellsOf"/>.</param>
    /// <param name="rows">The rows, of which one may stand there several times.</param>
    internal static ConfusionMatrix Of(IReadOnlyList<string> classes, int[] cells, IReadOnlyList<int> rows)
    {
        var counts = new int[classes.Count * classes.Count];
        for (int n = 0; n < rows.Count; n++) counts[cells[rows[n]]]++;
        return new(classes, counts, rows.Count);
    }

    private ClassAgreement[] Agreements()
    {
        if (_byClass is not null) return _byClass;
        var agreements = new ClassAgreement[Classes.Count];
        int total = Total;
        for (int c = 0; c < agreements.Length; c++)
        {
            int row = 0, column = 0;
            for (int other = 0; other < agreements.Length; other++) (row, column) = (row + this[c, other], column + this[other, c]);
            agreements[c] = new(this[c, c], column - this[c, c], row - this[c, c], total - row - column + this[c, c]);
        }

        return _byClass = agreements;
    }

    private double Macro(Func<ClassAgreement, double> figure) => MetricSummary.MeanOf(Array.ConvertAll(Agreements(), a => figure(a)));
}
