using StrokeFramework.Host.Reporting.Pictures;

namespace StrokeFramework.Host.Tests.Reporting.Pictures;

public sealed class SliceChooserTests
{
    private static readonly int[] Content = [0, 5, 50, 90, 100, 100, 100, 90, 50, 5, 0, 0];

    [Fact]
    public void Choose_ALesion_ShowsItWithNeighborsAndContext() =>
        Assert.Equal([2, 3, 4, 5, 6, 7], SliceChooser.Choose([0, 0, 0, 0, 7, 9, 0, 0, 0, 0, 0, 0], Content, 6, 12));

    [Fact]
    public void Choose_LesionInTheFirstSlice_StaysInsideTheGrid() =>
        Assert.Equal([0, 1, 2, 3], SliceChooser.Choose([4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], Content, 4, 12));

    [Fact]
    public void Choose_MoreThanFit_KeepsTheFullest()
    {
        int[] lesion = [1, 1, 1, 1, 1, 1, 90, 1, 1, 1, 1, 1];
        IReadOnlyList<int> chosen = SliceChooser.Choose(lesion, Content, 3, 5);
        Assert.Equal(5, chosen.Count);
        Assert.Contains(6, chosen);
        Assert.Equal(chosen.Order(), chosen);
    }

    [Fact]
    public void Choose_RoomForSomeNeighborsOnly_TakesThoseOfTheFullestSlice() =>
        Assert.Equal([1, 5, 6, 7], SliceChooser.Choose([0, 2, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0], Content, 3, 4));

    [Fact]
    public void Choose_NoLesion_SpreadsOverTheHead() =>
        Assert.Equal([2, 4, 6, 8], SliceChooser.Choose(new int[12], Content, 6, 4));

    [Fact]
    public void Choose_OnePicture_ShowsIt() => Assert.Equal([0], SliceChooser.Choose([0], [9], 6, 12));
}
