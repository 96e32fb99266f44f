namespace StrokeFramework.Imaging.Tests;

public sealed class LesionFinderTests
{
    private static readonly VolumeGeometry Geometry = VolumeGeometry.FromSpacing(new(7, 1, 1), new(2, 1, 1));

    [Fact]
    public void Find_OrdersBySizeThenPositionAndNumbersFromOne()
    {
        LesionSet lesions = LesionFinder.Find(new(new(Geometry, new byte[] { 1, 0, 1, 1, 0, 2, 2 })));
        Assert.Equal([1, 2, 3], lesions.Lesions.Select(l => l.Number));
        Assert.Equal([4.0, 4.0, 2.0], lesions.Lesions.Select(l => l.Volume));
        Assert.Equal([2, 3], lesions.Lesions[0].Voxels.ToArray());
        Assert.Equal(LesionPolarity.Hypointense, lesions.Lesions[1].Polarity);
    }

    [Fact]
    public void Find_JoinsLabelsThatTouchAndNamesTheMajority()
    {
        LesionSet lesions = LesionFinder.Find(new(new(Geometry, new byte[] { 0, 1, 2, 2, 0, 1, 2 })));
        Assert.Equal([LesionPolarity.Hypointense, LesionPolarity.Hyperintense], lesions.Lesions.Select(l => l.Polarity));
    }

    [Fact]
    public void Find_LeavesOutLesionsBelowTheMinimum() =>
        Assert.Equal(2, LesionFinder.Find(new(new(Geometry, new byte[] { 1, 0, 1, 1, 0, 2, 2 })), 3).Lesions.Count);

    [Fact]
    public void Find_InAnEmptySegmentation_GivesNone() => Assert.Empty(LesionFinder.Find(Segmentation.Empty(Geometry)).Lesions);
}
