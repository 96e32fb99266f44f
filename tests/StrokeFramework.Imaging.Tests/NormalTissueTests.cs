namespace StrokeFramework.Imaging.Tests;

public sealed class NormalTissueTests
{
    [Fact]
    public void Of_TakesMedianAndRobustDeviationOfTheFiniteVoxelsOfTheMask()
    {
        float[] image = [1, 2, 3, 4, 9, 100, float.NaN, float.PositiveInfinity];
        byte[] mask = [1, 1, 1, 1, 1, 0, 1, 1];
        NormalTissue normal = NormalTissue.Of(image, mask);
        Assert.Equal(3, normal.Median);
        Assert.Equal(1.4826, normal.Deviation, 4); // the distances are 2, 1, 0, 1, 6
        Assert.Equal(6, normal.ContrastOf(9, LesionPolarity.Hyperintense));
        Assert.Equal(2, normal.ContrastOf(1, LesionPolarity.Hypointense));
        Assert.Equal(-2 / normal.Deviation, normal.DistanceOf(1, LesionPolarity.Hyperintense));
    }

    [Fact]
    public void Of_AnImageWithoutNoise_HasTheLeastDeviation() => Assert.Equal(NormalTissue.LeastDeviation, NormalTissue.Of([5, 5, 5], [1, 1, 1]).Deviation);

    [Fact]
    public void Of_AMaskOfAnotherSizeOrWithoutAVoxel_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalTissue.Of([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => NormalTissue.Of([1, float.NaN], [0, 1]));
    }
}
