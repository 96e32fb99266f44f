namespace StrokeFramework.Host.Evaluation;

/// <summary>How well classes were named, over lesions or over patients.</summary>
public sealed record ClassificationSummary
{
    /// <summary>True against predicted classes.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>The number of patients behind the rows.</summary>
    public required int Patients { get; init; }

    /// <summary>Overall accuracy.</summary>
    public required Estimate Accuracy { get; init; }

    /// <summary>Mean sensitivity over the classes that occur.</summary>
    public required Estimate MacroSensitivity { get; init; }

    /// <summary>Mean specificity over the classes.</summary>
    public required Estimate MacroSpecificity { get; init; }

    /// <summary>A curve per class, in the order of the classes; empty where rows carry no probabilities.</summary>
    public IReadOnlyList<RocCurve> Roc { get; init; } = [];

    /// <summary>Area under each curve.</summary>
    public IReadOnlyList<Estimate> Areas { get; init; } = [];

    /// <summary>How far the probabilities can be trusted; null where rows carry none.</summary>
    public Calibration? Calibration { get; init; }

    /// <summary>Counts rows and resamples their patients.</summary>
    /// <param name="classes">The classes, in order.</param>
    /// <param name="rows">Patient, true and predicted class of each row.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    internal static ClassificationSummary Of(IReadOnlyList<string> classes, IReadOnlyList<(string Patient, string True, string Predicted)> rows, long seed)
    {
        var bootstrap = new PatientBootstrap([.. rows.Select(r => r.Patient)], seed);
        int[] cells = ConfusionMatrix.CellsOf(classes, rows.Select(r => (r.True, r.Predicted)));
        return new()
        {
            Confusion = ConfusionMatrix.Of(classes, rows.Select(r => (r.True, r.Predicted))),
            Patients = bootstrap.Patients,
            Accuracy = Estimate(m => m.Accuracy),
            MacroSensitivity = Estimate(m => m.MacroSensitivity),
            MacroSpecificity = Estimate(m => m.MacroSpecificity),
        };

        Estimate Estimate(Func<ConfusionMatrix, double> figure) =>
            bootstrap.Estimate(rows.Count, places => figure(ConfusionMatrix.Of(classes, cells, places)));
    }

    /// <summary>Counts lesions, with their probabilities as scores of one class against the rest.</summary>
    /// <param name="classes">The classes, in order.</param>
    /// <param name="lesions">Lesions with a true class.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    internal static ClassificationSummary Of(IReadOnlyList<string> classes, IReadOnlyList<LesionPrediction> lesions, long seed)
    {
        var bootstrap = new PatientBootstrap([.. lesions.Select(l => l.Patient)], seed);
        RocRanks[] ranks = [.. classes.Select((name, c) => new RocRanks([.. lesions.Select(l => l.Probabilities[c])], [.. lesions.Select(l => l.TrueClass == name)]))];
        return Of(classes, [.. lesions.Select(l => (l.Patient, l.TrueClass!, l.PredictedClass))], seed) with
        {
            Roc = [.. classes.Select((name, c) => RocCurve.Of([.. lesions.Select(l => l.Probabilities[c])], [.. lesions.Select(l => l.TrueClass == name)]))],
            Areas = [.. ranks.Select(r => bootstrap.Estimate(lesions.Count, r.Area))],
            Calibration = Calibration.Of(classes, lesions, bootstrap),
        };
    }
}
