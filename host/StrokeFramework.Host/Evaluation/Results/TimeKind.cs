namespace StrokeFramework.Host.Evaluation;

/// <summary>What a time was spent on.</summary>
public enum TimeKind
{
    /// <summary>Fitting a node to the training studies of a fold.</summary>
    Training,

    /// <summary>Naming lesions with a fitted node.</summary>
    Prediction,

    /// <summary>Running a node on a study.</summary>
    Study,
}
