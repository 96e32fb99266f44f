using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class DetectionSizeSummaryTests
{
    private const string Type = StrokeTypes.AcuteIschemic;

    [Fact]
    public void Of_CountsLesionsAndTheirBoxesByVolume()
    {
        DetectionResult[] studies =
        [
            // Two slices of a lesion of 3 ml: one box lies on it, the other overlaps it by 0.4. One of 0.5 ml, whose box is unsure.
            new("a", "a", Type, "o", 6, [True(0, 1, 3), True(1, 1, 3), True(3, 2, 0.5)], [Found(0, 10, 0.9), Found(1, 4, 0.8), Found(3, 10, 0.4)]),
            // Found by 0.4 alone, in a slice; the other box names another class.
            new("b", "b", Type, "o", 4, [True(0, 1, 9.9), True(2, 2, 80)], [Found(0, 4, 0.7), Found(2, 10, 0.9) with { Label = StrokeTypes.AcuteHemorrhage }]),
            new("c", "c", StrokeTypes.None, "o", 4, [], [Found(0, 10, 0.9)]),
        ];
        Assert.Equal([new(0.5, 2, 1, 0, 1, 0), new(2, 10, 2, 2, 3, 1), new(50, double.PositiveInfinity, 1, 0, 1, 0)], DetectionSizeSummary.Of(studies));
        // Of five slices with a lesion, three have a best box of their class; that of study b's slice 2 is of another.
        Assert.Equal(0.6, DetectionSummary.Of("o", studies, [Type, StrokeTypes.AcuteHemorrhage], 1).NamedSlices);
    }

    [Fact]
    public void Of_NoLesions_IsNothing() => Assert.Empty(DetectionSizeSummary.Of([new("c", "c", StrokeTypes.None, "o", 4, [], [])]));

    private static TrueBox True(int slice, int lesion, double volume) => new(new(slice, 0, 0, 10, 10), lesion, volume);

    private static Detection Found(int slice, double height, double score) => new(new(slice, 0, 0, 10, height), Type, score);
}
