using StrokeFramework.Conformance.Inputs;

namespace StrokeFramework.Conformance;

/// <summary>What the kinds that work on images have in common.</summary>
internal abstract class ImageDriver(StudyTraits needs) : StageDriver
{
    private static readonly GridSize MiddlingGrid = new(128, 128, 20);

    protected StudyTraits Needs => needs;

    public override IReadOnlyList<AwkwardInput> AwkwardInputs =>
        [.. HeadScenes.Awkward.Select(a => new AwkwardInput(a.Name, $"bears {a.Title}", () => Compose(a.Title, a.Scene)))];

    public override StageInput Usual() => Compose("a plain study", new());

    public override StageInput Large(GridSize grid) => Compose("a large study", LargeScene(grid));

    public override StageInput Middling() => Compose("a study of middling size", new() { Size = MiddlingGrid, Spacing = new(1.8, 1.8, 5), NeedsAlone = true });

    protected static HeadScene LargeScene(GridSize grid) => new() { Size = grid, Spacing = new(0.9, 0.9, 5) };

    /// <summary>What the kind takes beside the study.</summary>
    protected virtual StageInput Complete(StageInput input, Volume<byte> labels) => input;

    private StageInput Compose(string title, HeadScene scene)
    {
        (DiffusionStudy study, Volume<byte> labels) = scene.Make(Needs);
        return Complete(new StageInput(title) { Study = study }, labels);
    }

    /// <summary>Why a result doesn't lie where its input lies, or null.</summary>
    protected static string? DescribeGrid(StageInput input, VolumeGeometry given) =>
        input.Study!.Geometry.DescribeMismatch(given) is { } mismatch ? $"The result does not lie on the input's grid: {mismatch}." : null;

    /// <summary>Why a segmentation is not valid, or null.</summary>
    protected static string? DescribeSegmentation(StageInput input, object? output)
    {
        if (output is not Segmentation segmentation) return "It returned nothing.";
        if (DescribeGrid(input, segmentation.Geometry) is { } elsewhere) return elsewhere;
        foreach (float p in segmentation.Probability is { } probability ? probability.Span : [])
        {
            if (p is not (>= 0 and <= 1)) return FormattableString.Invariant($"A voxel's probability of lesion is {p}, which is not in [0, 1].");
        }

        return null;
    }
}
