namespace StrokeFramework.Host.Evaluation;

/// <summary>How often each true class was predicted as each class.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[] _counts;

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
        ByClass = [.. Enumerable.Range(0, classes.Count).Select(Agreement)];
    }

    /// <summary>The classes, in order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Counts row by row: true class down, predicted class across.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>Each class against the rest, in the order of the classes.</summary>
    public IReadOnlyList<ClassAgreement> ByClass { get; }

    /// <summary>How many rows were counted.</summary>
    public int Total => _counts.Sum();

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
        var places = classes.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        var counts = new int[classes.Count * classes.Count];
        foreach ((string truth, string predicted) in rows) counts[(PlaceOf(truth) * classes.Count) + PlaceOf(predicted)]++;
        return new(classes, counts);

        int PlaceOf(string name) => places.TryGetValue(name, out int place)
            ? place
            : throw new ArgumentException($"'{name}' is not one of the classes {string.Join(", ", classes)}.", nameof(rows));
    }

    private ClassAgreement Agreement(int c)
    {
        int row = Enumerable.Range(0, Classes.Count).Sum(p => this[c, p]), column = Enumerable.Range(0, Classes.Count).Sum(t => this[t, c]);
        return new(this[c, c], column - this[c, c], row - this[c, c], Total - row - column + this[c, c]);
    }

    private double Macro(Func<ClassAgreement, double> figure) =>
        ByClass.Select(figure).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
}
