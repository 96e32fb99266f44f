using StrokeFramework.Conformance.Inputs;
using StrokeFramework.Conformance.Runs;

namespace StrokeFramework.Conformance;

/// <summary>
/// How segmenters that work by a model are checked. Training may take long and may depend on the number of threads, so it
/// is done once on the plain examples and on one thread, and is short; what is called after that is the segmentation.
/// </summary>
internal sealed class LearnedSegmenterDriver : ImageDriver
{
    private const int Studies = 4;

    private readonly Lazy<IReadOnlyList<SegmentationExample>> _usual;
    private volatile TrainedAnswer? _trained;

    public LearnedSegmenterDriver(StudyTraits needs)
        : base(needs) => _usual = new(() => MakeExamples(needs));

    public override bool HasModel => true;

    public override bool IsQuick => false;

    public override IReadOnlyList<AwkwardInput> AwkwardInputs =>
    [
        .. base.AwkwardInputs,
        new("no-examples", "refuses to learn from nothing", () => Usual() with { Title = "no examples", Masked = [] }, MustRefuse: true),
        new("no-lesions", "bears examples without lesion", () => Usual() with { Title = "examples without lesion", Masked = [.. _usual.Value.Select(e => e with { Truth = new(e.Truth.Geometry, new byte[e.Truth.Voxels.Length]) })] }),
    ];

    public override object CreateSettings(Type type) => ShortTraining.Of(type);

    public override object? Run(IStage stage, StageInput input, StageContext context)
    {
        TrainedAnswer trained = Train((ILearnedSegmenter)stage, input.Masked!, context);
        return trained with { Answer = ((ISegmenterModel)trained.Model).Segment(input.Study!, context) };
    }

    public override IModel Load(IStage stage, Stream stream) => ((ILearnedSegmenter)stage).Load(stream);

    public override object? Ask(IModel model, StageInput input, StageContext context) => ((ISegmenterModel)model).Segment(input.Study!, context);

    public override string? DescribeFault(IStage stage, StageInput input, object? output) =>
        output is TrainedAnswer trained ? DescribeSegmentation(input, trained.Answer) : "It returned nothing.";

    protected override StageInput Complete(StageInput input, Volume<byte> labels) => input with { Masked = _usual.Value };

    private TrainedAnswer Train(ILearnedSegmenter stage, IReadOnlyList<SegmentationExample> examples, StageContext context)
    {
        // Without a lock: a training that hangs must not hold up the checks that follow.
        bool usual = ReferenceEquals(examples, _usual.Value);
        if (usual && _trained is { } known) return known;
        // A step of a network's training may take longer than a stage has to stop, so the usual training, which is there for
        // the segmentations that follow, is not stopped with the first of them.
        ISegmenterModel model = stage.Train(examples, new StageContext { CancellationToken = usual ? default : context.CancellationToken, Seed = context.Seed });
        var trained = new TrainedAnswer(model, TrainedAnswer.Save(model), null);
        if (usual) _trained = trained;
        return trained;
    }

    private static IReadOnlyList<SegmentationExample> MakeExamples(StudyTraits needs) =>
    [
        .. Enumerable.Range(0, Studies).Select(n =>
        {
            HeadScene scene = new() { Size = new(40 + n, 44, 4), Content = n == Studies - 1 ? HeadContent.NoLesion : HeadContent.Lesions };
            (DiffusionStudy study, Volume<byte> labels) = scene.Make(needs);
            byte[] truth = [.. labels.Voxels.ToArray().Select(l => l != 0 ? (byte)1 : (byte)0)];
            return new SegmentationExample(study, new(study.Geometry, truth));
        }),
    ];
}
