using StrokeFramework.Conformance.Inputs;

namespace StrokeFramework.Conformance;

/// <summary>How postprocessors are checked.</summary>
internal sealed class PostprocessorDriver(StudyTraits needs) : ImageDriver(needs)
{
    private const int SpeckleEvery = 977, HoleEvery = 53;

    public override IReadOnlyList<AwkwardInput> AwkwardInputs =>
    [
        .. base.AwkwardInputs,
        new("boxes", "bears a detector's boxes", () =>
        {
            StageInput input = Usual();
            return input with { Title = "a plain study with a detector's boxes", Detections = ExampleBoxes.Of(input.Segmentation!.Labels) };
        }),
        new("no-boxes", "bears a detector that found nothing", () => Usual() with { Title = "a plain study in which a detector found nothing", Detections = [] }),
    ];

    public override object? Run(IStage stage, StageInput input, StageContext context) =>
        ((IPostprocessor)stage).Process(input.Study!, input.Segmentation!, input.Detections, context);

    public override string? DescribeFault(IStage stage, StageInput input, object? output) => DescribeSegmentation(input, output);

    /// <summary>The true lesions with holes and with specks around them, as segmenters give them.</summary>
    protected override StageInput Complete(StageInput input, Volume<byte> labels)
    {
        byte[] given = labels.Span.ToArray();
        if (given.AsSpan().ContainsAnyExcept(given[0]))
        {
            for (int v = SpeckleEvery; v < given.Length; v += SpeckleEvery) given[v] = (byte)LesionPolarity.Hyperintense;
            for (int v = HoleEvery; v < given.Length; v += HoleEvery) given[v] = 0;
        }

        return input with { Segmentation = new(new(labels.Geometry, given)) };
    }
}
