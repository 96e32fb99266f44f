using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>Classifiers against each other: their figures on each kind of lesions, and paired tests per patient.</summary>
public sealed class ClassifierComparison
{
    private ClassifierComparison(IReadOnlyList<ComparedClassifier> classifiers, IReadOnlyList<ComparedPair> pairs) => (Classifiers, Pairs) = (classifiers, pairs);

    /// <summary>Every classifier on every kind of lesions.</summary>
    public IReadOnlyList<ComparedClassifier> Classifiers { get; }

    /// <summary>Every pair of classifiers on one kind of lesions, by the accuracy over patients; p-values are adjusted for the pairs on that kind.</summary>
    public IReadOnlyList<ComparedPair> Pairs { get; }

    /// <summary>The kinds of lesions that classifiers were given.</summary>
    public IReadOnlyList<LesionSource> Lesions => [.. Classifiers.Select(c => c.Lesions).Distinct()];

    /// <summary>The classifiers, the one that the others are compared with first.</summary>
    public IReadOnlyList<string> Techniques => [.. Classifiers.Select(c => c.Technique).Distinct(StringComparer.Ordinal)];

    /// <summary>Compares the classifiers of a result.</summary>
    /// <exception cref="ArgumentException">Two classifiers were not judged on the same patients.</exception>
    public static ClassifierComparison Of(ComparisonResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        List<ComparedClassifier> classifiers = [.. result.Classifiers.Select(ComparedClassifier.Of)];
        List<ComparedPair> pairs = [];
        foreach (IGrouping<LesionSource, ComparedClassifier> lesions in classifiers.GroupBy(c => c.Lesions))
        {
            var patients = lesions.ToDictionary(c => c.Technique, c => c.Summary.Result.Patients, StringComparer.Ordinal);
            pairs.AddRange(PairedFigures.Compare([.. patients.Keys], (first, second) => Pair(first, patients[first], second, patients[second], result.Seed) with { Lesions = lesions.Key }));
        }

        return new(classifiers, pairs);
    }

    /// <summary>A classifier's figures on one kind of lesions.</summary>
    public ComparedClassifier Find(LesionSource lesions, string technique) => Classifiers.First(c => c.Lesions == lesions && c.Technique == technique);

    private static ComparedPair Pair(string first, IReadOnlyList<PatientPrediction> a, string second, IReadOnlyList<PatientPrediction> b, long seed)
    {
        if (!a.Select(p => (p.Patient, p.TrueClass)).SequenceEqual(b.Select(p => (p.Patient, p.TrueClass))))
            throw new ArgumentException($"'{second}' was not judged on the same patients as '{first}'.");
        double[] differences = [.. a.Zip(b, (x, y) => (y.IsRight ? 1.0 : 0) - (x.IsRight ? 1 : 0))];
        int onlyFirst = differences.Count(d => d < 0), onlySecond = differences.Count(d => d > 0);
        var bootstrap = new PatientBootstrap([.. a.Select(p => p.Patient)], seed);
        return new(first, second, a.Count, bootstrap.Estimate(differences.Length, rows => MetricSummary.MeanOf(differences, rows)), McNemarTest.Exact(onlyFirst, onlySecond), double.NaN)
        {
            OnlyFirst = onlyFirst,
            OnlySecond = onlySecond,
        };
    }
}
