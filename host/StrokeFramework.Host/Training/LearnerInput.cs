using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;

namespace StrokeFramework.Host.Training;

/// <summary>What a learner sees of a study: its images after the nodes before the learner, and the truth.</summary>
internal sealed class LearnerInput
{
    private const string Output = ":study"; // a colon cannot stand in an output's name

    private readonly IImageSource _source;
    private readonly PreparedPipeline? _before;
    private readonly CancellationToken _cancellation;
    private int _read;

    public LearnerInput(PreparedPipeline pipeline, PreparedNode learner, IImageSource source, CancellationToken cancellation)
    {
        (_source, _cancellation) = (source, cancellation);
        string feeds = learner.Plan.Inputs["study"];
        if (feeds != InputReference.Input) _before = pipeline.For([new PlannedOutput(Output, feeds, PortType.Study)]);
    }

    /// <summary>How many studies were read; one that was read again counts once more, but never more than there are.</summary>
    public int Read => Math.Min(_read, _source.Count);

    public SegmentationExample Segmentation(int index)
    {
        LabelledStudy study = Load(index);
        return new(Prepare(study), study.Truth);
    }

    public DetectionExample Detections(int index)
    {
        LabelledStudy study = Load(index);
        return new(Prepare(study), TrueBoxes.Of(study.Truth, study.StrokeType));
    }

    private LabelledStudy Load(int index)
    {
        Interlocked.Increment(ref _read);
        return _source.Load(index, _cancellation);
    }

    private DiffusionStudy Prepare(LabelledStudy study)
    {
        if (_before is null) return study.Study;
        // A learner reads its examples from threads of its own, so one thread for each is right, and waiting blocks nobody else.
        var options = new ExecutionOptions { Threads = 1, CollectDiagnostics = false };
        PipelineResult result = Task.Run(() => PipelineExecutor.RunAsync(_before, study.Study, study.Name, options, null, _cancellation), _cancellation).GetAwaiter().GetResult();
        return (DiffusionStudy)result.Outputs[Output];
    }
}
