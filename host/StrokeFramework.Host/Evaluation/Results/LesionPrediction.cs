namespace StrokeFramework.Host.Evaluation;

/// <summary>What the pipeline made of one lesion while it did not know its class.</summary>
public sealed record LesionPrediction
{
    /// <summary>The study's name.</summary>
    public required string Study { get; init; }

    /// <summary>The patient's label.</summary>
    public required string Patient { get; init; }

    /// <summary>The fold in which the lesion was judged, from 1; null without folds.</summary>
    public int? Fold { get; init; }

    /// <summary>Number of the lesion in its study, from 1, the largest first.</summary>
    public required int Lesion { get; init; }

    /// <summary>The slice when the row is a lesion's part in one slice; null for the whole lesion.</summary>
    public int? Slice { get; init; }

    /// <summary>Number of the truth lesion that it overlaps most, in its study; null when it overlaps none.</summary>
    public int? TruthLesion { get; init; }

    /// <summary>The class of that truth lesion; null when the lesion overlaps none and is a false detection.</summary>
    public required string? TrueClass { get; init; }

    /// <summary>The class with the highest probability.</summary>
    public required string PredictedClass { get; init; }

    /// <summary>A probability per class of <see cref="EvaluationResult.Classes"/>; 0 for a class that the model never saw.</summary>
    public required IReadOnlyList<double> Probabilities { get; init; }

    /// <summary>A value per column of <see cref="EvaluationResult.Features"/>; NaN is missing.</summary>
    public IReadOnlyList<double> FeatureValues { get; init; } = [];

    /// <summary>Volume, in ml.</summary>
    public required double Volume { get; init; }

    /// <summary>Whether it overlaps no truth lesion.</summary>
    public bool IsFalseDetection => TrueClass is null;

    /// <summary>Whether the class was named right; never so for a false detection.</summary>
    public bool IsRight => TrueClass == PredictedClass;
}
