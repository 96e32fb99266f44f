namespace StrokeFramework;

/// <summary>Feature rows with their true classes and patients, to train a classifier on.</summary>
public sealed class LabelledFeatures
{
    /// <summary>Creates a training set.</summary>
    /// <param name="features">The rows.</param>
    /// <param name="labels">The true class of each row.</param>
    /// <param name="patients">The patient each row comes from; rows of one patient are never split.</param>
    /// <exception cref="ArgumentException">The three differ in length.</exception>
    public LabelledFeatures(FeatureTable features, IReadOnlyList<string> labels, IReadOnlyList<string> patients)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(patients);
        if (labels.Count != features.Rows.Count || patients.Count != features.Rows.Count)
            throw new ArgumentException($"{features.Rows.Count} rows need as many labels and patients, not {labels.Count} and {patients.Count}.", nameof(labels));
        (Features, Labels, Patients) = (features, labels, patients);
    }

    /// <summary>The rows.</summary>
    public FeatureTable Features { get; }

    /// <summary>The true class of each row.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The patient of each row.</summary>
    public IReadOnlyList<string> Patients { get; }
}
