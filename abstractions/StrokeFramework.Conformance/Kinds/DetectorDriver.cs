using StrokeFramework.Conformance.Inputs;
using StrokeFramework.Conformance.Runs;

namespace StrokeFramework.Conformance;

/// <summary>
/// How detectors are checked. Training may take long and may depend on the number of threads, so it is done once on the
/// plain examples and on one thread; what is called after that is the detection.
/// </summary>
internal sealed class DetectorDriver : ImageDriver
{
    private const int Studies = 4;

    private readonly Lazy<IReadOnlyList<DetectionExample>> _usual;
    private volatile TrainedAnswer? _trained;

    public DetectorDriver(StudyTraits needs)
        : base(needs) => _usual = new(() => MakeExamples(needs));

    public override bool HasModel => true;

    public override bool IsQuick => false;

    public override IReadOnlyList<AwkwardInput> AwkwardInputs =>
    [
        .. base.AwkwardInputs,
        new("no-examples", "refuses to learn from nothing", () => Usual() with { Title = "no examples", Examples = [] }, MustRefuse: true),
        new("no-boxes", "bears examples without a box", () => Usual() with { Title = "examples without a box", Examples = [.. _usual.Value.Select(e => e with { Truth = [] })] }),
    ];

    /// <summary>The large input has examples of its own, so that training is what is stopped.</summary>
    public override StageInput Large(GridSize grid)
    {
        StageInput large = base.Large(grid);
        (_, Volume<byte> labels) = LargeScene(grid).Make(Needs);
        return large with { Examples = [new(large.Study!, ExampleBoxes.Of(labels))] };
    }

    public override object CreateSettings(Type type) => ShortTraining.Of(type);

    public override object? Run(IStage stage, StageInput input, StageContext context)
    {
        TrainedAnswer trained = Train((IDetector)stage, input.Examples!, context);
        return trained with { Answer = ((IDetectorModel)trained.Model).Detect(input.Study!, context) };
    }

    public override IModel Load(IStage stage, Stream stream) => ((IDetector)stage).Load(stream);

    public override object? Ask(IModel model, StageInput input, StageContext context) => ((IDetectorModel)model).Detect(input.Study!, context);

    public override string? DescribeFault(IStage stage, StageInput input, object? output)
    {
        if (output is not TrainedAnswer { Model: IDetectorModel model, Answer: IReadOnlyList<Detection> found }) return "It returned nothing.";
        if (!model.Classes.SequenceEqual(model.Classes.Order(StringComparer.Ordinal))) return $"The model's classes are not in ordinal order: {string.Join(", ", model.Classes)}.";
        GridSize size = input.Study!.Geometry.Size;
        double last = 1;
        foreach (Detection detection in found)
        {
            SliceBox box = detection.Box;
            if (!model.Classes.Contains(detection.Label)) return $"It found '{detection.Label}', which is none of its classes.";
            if (!(detection.Score >= 0 && detection.Score <= last)) return FormattableString.Invariant($"A score of {detection.Score} follows one of {last}; scores lie in [0, 1], best first.");
            if (box.Slice < 0 || box.Slice >= size.K || !(box.MinI >= -0.5 && box.MaxI <= size.I - 0.5 && box.MinI <= box.MaxI) || !(box.MinJ >= -0.5 && box.MaxJ <= size.J - 0.5 && box.MinJ <= box.MaxJ))
                return $"A box lies outside the grid of {size}: {box}.";
            last = detection.Score;
        }

        return null;
    }

    protected override StageInput Complete(StageInput input, Volume<byte> labels) => input with { Examples = _usual.Value };

    private TrainedAnswer Train(IDetector stage, IReadOnlyList<DetectionExample> examples, StageContext context)
    {
        // Without a lock: a training that hangs must not hold up the checks that follow.
        bool usual = ReferenceEquals(examples, _usual.Value);
        if (usual && _trained is { } known) return known;
        IDetectorModel model = stage.Train(examples, new StageContext { CancellationToken = context.CancellationToken, Seed = context.Seed });
        var trained = new TrainedAnswer(model, TrainedAnswer.Save(model), null);
        if (usual) _trained = trained;
        return trained;
    }

    private static IReadOnlyList<DetectionExample> MakeExamples(StudyTraits needs) =>
    [
        .. Enumerable.Range(0, Studies).Select(n =>
        {
            HeadScene scene = new() { Size = new(40 + n, 44, 4), Content = n == Studies - 1 ? HeadContent.NoLesion : HeadContent.Lesions };
            (DiffusionStudy study, Volume<byte> labels) = scene.Make(needs);
            return new DetectionExample(study, ExampleBoxes.Of(labels));
        }),
    ];
}
