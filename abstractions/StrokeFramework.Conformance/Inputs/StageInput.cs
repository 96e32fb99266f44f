namespace StrokeFramework.Conformance.Inputs;

/// <summary>All that one call of a stage is given; each kind uses its own members.</summary>
/// <param name="Title">What it is, as it stands after "on".</param>
internal sealed record StageInput(string Title)
{
    public DiffusionStudy? Study { get; init; }

    public Segmentation? Segmentation { get; init; }

    public LesionSet? Lesions { get; init; }

    public IReadOnlyList<Detection>? Detections { get; init; }

    /// <summary>What a classifier learns from.</summary>
    public LabelledFeatures? Training { get; init; }

    /// <summary>What a classifier then names.</summary>
    public FeatureTable? Table { get; init; }

    /// <summary>What a detector learns from.</summary>
    public IReadOnlyList<DetectionExample>? Examples { get; init; }

    /// <summary>For learned segmenters: what they learn from.</summary>
    public IReadOnlyList<SegmentationExample>? Masked { get; init; }

    /// <summary>Bytes of all images and tables.</summary>
    public long Bytes =>
        BytesOf(Study) + (Segmentation?.Labels.Voxels.Length ?? 0) + (Lesions?.Lesions.Sum(l => 4L * l.Voxels.Length) ?? 0)
        + BytesOf(Training?.Features) + BytesOf(Table) + (Examples?.Sum(e => BytesOf(e.Study)) ?? 0)
        + (Masked?.Sum(e => BytesOf(e.Study) + e.Truth.Voxels.Length) ?? 0);

    private static long BytesOf(DiffusionStudy? study) =>
        study is null ? 0 : study.Geometry.Size.Count * (4 + (study.Adc is null ? 0 : 4) + (study.B0 is null ? 0 : 4) + (study.BrainMask is null ? 0 : 1));

    private static long BytesOf(FeatureTable? table) => table is null ? 0 : 8L * table.Rows.Count * table.Schema.Columns.Count;
}
