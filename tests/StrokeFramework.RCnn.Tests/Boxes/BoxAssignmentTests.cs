using StrokeFramework.RCnn.Boxes;

namespace StrokeFramework.RCnn.Tests.Boxes;

public sealed class BoxAssignmentTests
{
    // Overlaps with the first true box: 1, 0.8, 0.5, 0.2; the last is near the second true box alone, by 0.25.
    private static readonly float[][] Candidates = [[0, 0, 10, 10], [0, 0, 10, 8], [0, 0, 10, 5], [0, 0, 10, 2], [30, 30, 35, 35]];
    private static readonly float[][] Truth = [[0, 0, 10, 10], [30, 30, 40, 40]];

    [Fact]
    public void Assign_ByOverlap_LeavesOutWhatIsNeither()
    {
        Assert.Equal([0, 0, BoxAssignment.Ignored, BoxAssignment.Background, BoxAssignment.Background], Assign(best: false));
    }

    [Fact]
    public void Assign_WithBest_GivesEveryTrueBoxItsBestCandidate()
    {
        Assert.Equal([0, 0, BoxAssignment.Ignored, BoxAssignment.Background, 1], Assign(best: true));
    }

    [Fact]
    public void Assign_WithoutTruth_IsAllBackground()
    {
        Assert.All(BoxAssignment.Assign(RandomBoxes.Flat(Candidates), [], 0.7, 0.3, best: true), a => Assert.Equal(BoxAssignment.Background, a));
    }

    [Fact]
    public void Choose_TakesNoMoreThanTheShare_AndFillsUpWithBackground()
    {
        int[] assigned = [.. Enumerable.Range(0, 100).Select(n => n < 20 ? 3 : n < 40 ? BoxAssignment.Ignored : BoxAssignment.Background)];
        (long[] positive, long[] negative) = BoxSampler.Choose(assigned, 32, 0.25, new Random(1));
        Assert.Equal(8, positive.Distinct().Count());
        Assert.Equal(24, negative.Distinct().Count());
        Assert.All(positive, n => Assert.InRange(n, 0, 19));
        Assert.All(negative, n => Assert.InRange(n, 40, 99));
        (long[] again, long[] _) = BoxSampler.Choose(assigned, 32, 0.25, new Random(1));
        Assert.Equal(positive, again);
        (positive, negative) = BoxSampler.Choose(assigned, 1000, 0.5, new Random(1));
        Assert.Equal((20, 60), (positive.Length, negative.Length));
    }

    private static int[] Assign(bool best) => BoxAssignment.Assign(RandomBoxes.Flat(Candidates), RandomBoxes.Flat(Truth), 0.7, 0.3, best);
}
