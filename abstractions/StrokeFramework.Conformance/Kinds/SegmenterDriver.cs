using StrokeFramework.Conformance.Inputs;

namespace StrokeFramework.Conformance;

/// <summary>How segmenters are checked.</summary>
internal sealed class SegmenterDriver(StudyTraits needs) : ImageDriver(needs)
{
    public override object? Run(IStage stage, StageInput input, StageContext context) => ((ISegmenter)stage).Segment(input.Study!, context);

    public override string? DescribeFault(IStage stage, StageInput input, object? output) => DescribeSegmentation(input, output);
}
