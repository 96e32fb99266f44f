using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>One classifier's figures on one kind of lesions.</summary>
/// <param name="Lesions">Which lesions it was given.</param>
/// <param name="Technique">The column's name.</param>
/// <param name="Stage">Id of the classifier's stage.</param>
/// <param name="Summary">Its figures over lesions and over patients.</param>
/// <param name="LesionArea">Mean area under the lesions' ROC curves over the classes that have one.</param>
/// <param name="PatientArea">The same over patients, each scored by the mean probability of its lesions; 0 where nothing was found.</param>
public sealed record ComparedClassifier(LesionSource Lesions, string Technique, string Stage, EvaluationSummary Summary, Estimate LesionArea, Estimate PatientArea)
{
    /// <summary>Counts a classifier's predictions.</summary>
    internal static ComparedClassifier Of(ClassifierResult classifier)
    {
        EvaluationResult result = classifier.Result;
        List<LesionPrediction> lesions = [.. result.LesionPredictions.Where(l => !l.IsFalseDetection)];
        return new(
            classifier.Lesions,
            classifier.Technique,
            classifier.Stage,
            EvaluationSummary.Of(result),
            AreaOf(result, lesions, l => l.Patient, l => l.TrueClass!, (l, c) => l.Probabilities[c]),
            AreaOf(result, result.Patients, p => p.Patient, p => p.TrueClass, (p, c) => p.Probabilities.Count == 0 ? 0 : p.Probabilities[c]));
    }

    private static Estimate AreaOf<T>(EvaluationResult result, IReadOnlyList<T> rows, Func<T, string> patient, Func<T, string> trueClass, Func<T, int, double> score)
    {
        var bootstrap = new PatientBootstrap([.. rows.Select(patient)], result.Seed);
        RocRanks[] classes = [.. result.Classes.Select((name, c) => new RocRanks([.. rows.Select(r => score(r, c))], [.. rows.Select(r => trueClass(r) == name)]))];
        return bootstrap.Estimate(rows.Count, places => MetricSummary.MeanOf(Array.ConvertAll(classes, c => c.Area(places))));
    }
}
