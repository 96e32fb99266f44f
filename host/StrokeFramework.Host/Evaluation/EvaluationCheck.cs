namespace StrokeFramework.Host.Evaluation;

/// <summary>Refuses results whose rows contradict each other, before a figure is made of them.</summary>
internal static class EvaluationCheck
{
    private const double SumTolerance = 1e-6;

    /// <summary>Checks a result.</summary>
    /// <exception cref="ArgumentException">Something contradicts; the message names the row.</exception>
    public static void Check(EvaluationResult result)
    {
        foreach (LesionPrediction row in result.LesionPredictions) Check(row, result);
        foreach (MissedLesion row in result.MissedLesions) Known(row.Class, result.Classes, $"A missed lesion of '{row.Study}'");
        IReadOnlyList<string> patientClasses = [.. result.Classes, StrokeTypes.None];
        foreach (PatientPrediction row in result.Patients)
        {
            Known(row.TrueClass, patientClasses, $"Patient '{row.Patient}'");
            Known(row.PredictedClass, patientClasses, $"Patient '{row.Patient}'");
        }

        Once(result.Patients.Select(p => p.Patient), "Patient");
        Once(result.Segmentations.Select(s => $"{s.Study}' with output '{s.Output}"), "Study");
    }

    private static void Check(LesionPrediction row, EvaluationResult result)
    {
        string name = $"Lesion {row.Lesion} of '{row.Study}'";
        if (row.TrueClass is { } trueClass) Known(trueClass, result.Classes, name);
        Known(row.PredictedClass, result.Classes, name);
        if (row.TrueClass is null != row.TruthLesion is null) throw Wrong($"{name} must have both a truth lesion and its class, or neither");
        if (row.Probabilities.Count != result.Classes.Count) throw Wrong($"{name} has {row.Probabilities.Count} probabilities for {result.Classes.Count} classes");
        if (row.FeatureValues.Count != result.Features.Count) throw Wrong($"{name} has {row.FeatureValues.Count} feature values for {result.Features.Count} columns");
        if (!(Math.Abs(row.Probabilities.Sum() - 1) < SumTolerance) || row.Probabilities.Any(p => !(p >= 0))) throw Wrong($"{name} has probabilities that do not sum to 1");
    }

    private static void Known(string name, IReadOnlyList<string> classes, string row)
    {
        if (!classes.Contains(name)) throw Wrong($"{row} has the class '{name}', which is not one of {string.Join(", ", classes)}");
    }

    private static void Once(IEnumerable<string> names, string what)
    {
        if (names.CountBy(n => n, StringComparer.Ordinal).FirstOrDefault(n => n.Value > 1) is { Key: { } twice }) throw Wrong($"{what} '{twice}' stands there twice");
    }

    private static ArgumentException Wrong(string sentence) => new(sentence + ".");
}
