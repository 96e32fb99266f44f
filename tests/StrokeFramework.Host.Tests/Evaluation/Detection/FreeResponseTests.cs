using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class FreeResponseTests
{
    private const string Type = StrokeTypes.AcuteIschemic;

    [Fact]
    public void Of_CountsALesionOnceAtItsBestHit_AndBoxesOnNothingAsFalse()
    {
        DetectionResult ill = new("a", "a", Type, "o", 6,
            [new(new(0, 0, 0, 10, 10), 1, 3), new(new(1, 0, 0, 10, 10), 1, 3), new(new(3, 0, 0, 10, 10), 2, 0.4)],
            [Found(1, 0.9), Found(0, 0.8), Found(3, 0.6), Found(4, 0.5)]);
        DetectionResult healthy = new("b", "b", StrokeTypes.None, "o", 4, [], [Found(0, 0.7)]);
        var all = FreeResponse.Of([ill, healthy]);
        Assert.Equal([new(0.9, 0, 0.5), new(0.7, 0.1, 0.5), new(0.6, 0.1, 1), new(0.5, 0.2, 1)], all.Points);
        Assert.Equal((2, 10), (all.Lesions, all.Slices));
        Assert.Equal(new FreeResponsePoint(0.7, 0.1, 0.5), all.At(0.65));
        Assert.Equal(0, all.At(0.95).Sensitivity);

        // The small lesion is not asked for, and a box on it is not false either.
        var large = FreeResponse.Of([ill, healthy], leastVolume: 0.5);
        Assert.Equal([new(0.9, 0, 1), new(0.7, 0.1, 1), new(0.5, 0.2, 1)], large.Points);
    }

    [Theory]
    [InlineData(3.0, 1, 0)]
    [InlineData(2.9, 0, 0.2)]
    public void Of_AHitOverlapsByThreeTenths(double height, double sensitivity, double wrong)
    {
        DetectionResult study = new("a", "a", Type, "o", 5, [new(new(0, 0, 0, 10, 10), 1, 3)], [new(new(0, 0, 0, 10, height), Type, 0.9)]);
        Assert.Equal(new FreeResponsePoint(0.9, wrong, sensitivity), FreeResponse.Of([study]).At(0.9));
    }

    [Fact]
    public void Of_ABoxOfAnotherClass_IsFalse()
    {
        DetectionResult study = new("a", "a", Type, "o", 1, [new(new(0, 0, 0, 10, 10), 1, 3)], [Found(0, 0.9) with { Label = StrokeTypes.AcuteHemorrhage }]);
        Assert.Equal(new FreeResponsePoint(0.9, 1, 0), FreeResponse.Of([study]).At(0.9));
    }

    private static Detection Found(int slice, double score) => new(new(slice, 0, 0, 10, 10), Type, score);
}
