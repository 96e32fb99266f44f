using StrokeFramework.Imaging;
using StrokeFramework.TestSupport;

namespace StrokeFramework.MarkerWatershed.Tests;

public sealed class RealCaseTests
{
    public static TheoryData<string> Cases() => ["0003", "0004", "0009"];

    /// <summary>What the method reaches on these scans stands in its README; what holds for any is that both scopes stay in the brain and answer.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Segment_OfARealScan_StaysInTheBrain(string number)
    {
        DiffusionStudy enhanced = Pipeline.Enhance(RealCase.Isles(number).Study);
        foreach (SegmentationScope scope in Enum.GetValues<SegmentationScope>())
        {
            Segmentation found = Pipeline.Segment(enhanced, new() { Scope = scope, Side = LesionSide.Both });
            ReadOnlySpan<byte> labels = found.Labels.Span, brain = enhanced.BrainMask!.Span;
            for (int v = 0; v < labels.Length; v++) Assert.True(labels[v] == 0 || brain[v] != 0);
        }
    }
}
