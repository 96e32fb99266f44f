using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class LargeLesionsTests
{
    // Voxels of 0.25 ml: four make 1 ml, which is not over 1 ml.
    private static readonly VolumeGeometry Grid = VolumeGeometry.FromSpacing(new(20, 3, 1), new(5, 10, 5));

    [Fact]
    public void Compare_CountsTruthLesionsOverOneMilliliter_ThatOneVoxelTouches()
    {
        byte[] truth = Row((0, 4), (6, 11), (13, 19)), mask = Row((1, 2), (10, 11));
        Assert.Equal(new LargeLesions(2, 1), SegmentationMetrics.Compare(new(Grid, mask), new(Grid, truth)).LargeLesions);
        Assert.Equal(new LargeLesions(0, 0), SegmentationMetrics.Compare(new(Grid, truth), new(Grid, mask)).LargeLesions);
    }

    private static byte[] Row(params (int From, int To)[] runs)
    {
        var mask = new byte[60];
        foreach ((int from, int to) in runs) mask.AsSpan(from, to - from).Fill(1);
        return mask;
    }
}
