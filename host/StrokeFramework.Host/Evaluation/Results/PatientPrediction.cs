namespace StrokeFramework.Host.Evaluation;

/// <summary>What the pipeline made of one patient.</summary>
/// <param name="Patient">The patient's label.</param>
/// <param name="TrueClass">The true class, or <c>n/a</c> for no lesion.</param>
/// <param name="PredictedClass">The class of the highest mean probability, or <c>n/a</c> when nothing was found.</param>
/// <param name="Probabilities">The mean probabilities, one per class of <see cref="EvaluationResult.Classes"/>; empty when nothing was found.</param>
public sealed record PatientPrediction(string Patient, string TrueClass, string PredictedClass, IReadOnlyList<double> Probabilities)
{
    /// <summary>Whether the class was named right, "no lesion" included.</summary>
    public bool IsRight => TrueClass == PredictedClass;

    /// <summary>
    /// Names a patient by the mean of the lesions' probabilities, weighted by volume; false detections take part, as nobody
    /// knows at prediction time. Ties go to the class named first.
    /// </summary>
    /// <param name="patient">The patient's label.</param>
    /// <param name="trueClass">The true class, or <c>n/a</c>.</param>
    /// <param name="classes">The classes, in the order of the probabilities.</param>
    /// <param name="lesions">All of the patient's lesions; may be empty.</param>
    /// <exception cref="ArgumentException">A lesion has another number of probabilities than there are classes.</exception>
    public static PatientPrediction Of(string patient, string trueClass, IReadOnlyList<string> classes, IEnumerable<LesionPrediction> lesions)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(lesions);
        LesionPrediction[] all = [.. lesions];
        if (Array.Find(all, l => l.Probabilities.Count != classes.Count) is { } other)
            throw new ArgumentException($"Lesion {other.Lesion} of '{other.Study}' has {other.Probabilities.Count} probabilities for {classes.Count} classes.", nameof(lesions));
        PatientType type = PatientType.Combine(classes, all.GroupBy(l => (object)(l.Study, l.Lesion), l => (l.Volume, l.Probabilities)));
        return new(patient, trueClass, type.Type, type.Probabilities);
    }
}
