namespace StrokeFramework.Host.Evaluation;

/// <summary>How the studies that a pipeline was judged on were kept apart from those it learned from.</summary>
public sealed record EvaluationProtocol
{
    private EvaluationProtocol()
    {
    }

    /// <summary>Nothing in the pipeline learns: every study was judged as it is.</summary>
    public static EvaluationProtocol NothingTrained { get; } = new();

    /// <summary>The number of folds of a cross-validation, or null.</summary>
    public int? Folds { get; private init; }

    /// <summary>The name, without folders, of the model file that was judged, or null.</summary>
    public string? Model { get; private init; }

    /// <summary>Cross-validation: each fold was judged by what learned from the other folds.</summary>
    /// <param name="folds">The number of folds, at least 2.</param>
    public static EvaluationProtocol KFold(int folds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        return new() { Folds = folds };
    }

    /// <summary>A model that was trained before, on data of its own.</summary>
    /// <param name="file">The model file; folders are dropped.</param>
    public static EvaluationProtocol OfModel(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return new() { Model = Path.GetFileName(file) };
    }
}
