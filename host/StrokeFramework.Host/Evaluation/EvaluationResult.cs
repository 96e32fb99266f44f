namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// What an evaluation found, study by study and lesion by lesion, before anything is counted. Plain data: whoever ran
/// the pipeline fills it. All but <see cref="Times"/> must be the same for the same data, pipeline and seed.
/// </summary>
public sealed record EvaluationResult
{
    /// <summary>The data set's name.</summary>
    public required string DataSet { get; init; }

    /// <summary>Whether the images are synthetic, which every figure then says.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>The pipeline's name.</summary>
    public required string Pipeline { get; init; }

    /// <summary>How test and training were kept apart.</summary>
    public required EvaluationProtocol Protocol { get; init; }

    /// <summary>Which lesions were measured and named.</summary>
    public LesionSource Lesions { get; init; } = LesionSource.Segmented;

    /// <summary>The run's seed, which also fixes the bootstrap.</summary>
    public required long Seed { get; init; }

    /// <summary>The classes, in the order of all tables and probabilities.</summary>
    public IReadOnlyList<string> Classes { get; init; } = StrokeTypes.All;

    /// <summary>The feature columns that lesions were named by; may be empty.</summary>
    public IReadOnlyList<FeatureColumn> Features { get; init; } = [];

    /// <summary>One row per lesion found, false detections included; empty when the pipeline names nothing.</summary>
    public IReadOnlyList<LesionPrediction> LesionPredictions { get; init; } = [];

    /// <summary>The truth lesions that were not found.</summary>
    public IReadOnlyList<MissedLesion> MissedLesions { get; init; } = [];

    /// <summary>One row per patient; empty when the pipeline names nothing.</summary>
    public IReadOnlyList<PatientPrediction> Patients { get; init; } = [];

    /// <summary>One row per study and segmentation output; empty when the pipeline segments nothing.</summary>
    public IReadOnlyList<SegmentationResult> Segmentations { get; init; } = [];

    /// <summary>One row per study and detection output; empty when the pipeline detects nothing.</summary>
    public IReadOnlyList<DetectionResult> Detections { get; init; } = [];

    /// <summary>How the classifier makes its probabilities, in a phrase; empty when there is none.</summary>
    public string ProbabilityMethod { get; init; } = "";

    /// <summary>Wall times. They alone may differ from run to run.</summary>
    public IReadOnlyList<EvaluationTime> Times { get; init; } = [];

    /// <summary>Sentences for the reader, such as which studies failed and were left out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Facts for the last section of the report, name and value, such as versions of plugins.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; init; } = [];

    /// <summary>Where each study's own report lies, by study, relative to the evaluation's folder and with forward slashes; may be empty.</summary>
    public IReadOnlyDictionary<string, string> StudyReports { get; init; } = new Dictionary<string, string>();
}
