using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>
/// What a comparison found, study by study, before anything is counted. Plain data. Every technique was judged on the same
/// studies, and every classifier on the same folds. All but <see cref="Times"/> is the same for the same data,
/// pipelines and seed.
/// </summary>
public sealed record ComparisonResult
{
    /// <summary>The data set's name.</summary>
    public required string DataSet { get; init; }

    /// <summary>Whether the images are synthetic, which every figure then says.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>The seed of all variants, which also fixes folds and bootstrap.</summary>
    public required long Seed { get; init; }

    /// <summary>The number of folds; null when nothing is trained.</summary>
    public int? Folds { get; init; }

    /// <summary>The variants.</summary>
    public required IReadOnlyList<ComparedVariant> Variants { get; init; }

    /// <summary>A row per study and segmentation, studies in order and within each the technique that the others are compared with first; the row's output is the technique's name.</summary>
    public IReadOnlyList<SegmentationResult> Segmentations { get; init; } = [];

    /// <summary>Each classifier on each kind of lesions, the one that the others are compared with first.</summary>
    public IReadOnlyList<ClassifierResult> Classifiers { get; init; } = [];

    /// <summary>The studies shown as images; may be empty.</summary>
    public IReadOnlyList<ComparedPicture> Pictures { get; init; } = [];

    /// <summary>Wall times. They alone may differ from run to run.</summary>
    public IReadOnlyList<EvaluationTime> Times { get; init; } = [];

    /// <summary>Sentences for the reader, such as which studies failed and were left out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How well an oracle does on these data, as a sentence; empty where nobody knows.</summary>
    public string Ceiling { get; init; } = "";

    /// <summary>The data as an evaluation with no pipeline of its own, for whatever draws or writes evaluations.</summary>
    internal EvaluationResult AsEvaluation() => new()
    {
        DataSet = DataSet,
        IsSynthetic = IsSynthetic,
        Pipeline = "Comparison",
        Protocol = Folds is { } folds ? EvaluationProtocol.KFold(folds) : EvaluationProtocol.NothingTrained,
        Seed = Seed,
        Segmentations = Segmentations,
        Notes = Notes,
    };
}
