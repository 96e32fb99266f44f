namespace StrokeFramework.Glcm.Tests;

public sealed class ThresholdFinderTests
{
    /// <summary>A square of level 12 in a picture of level 5, and a few single pixels of level 9.</summary>
    private static readonly CooccurrenceMatrix Square = Matrix(v => Inside(v) ? (short)12 : v % 97 == 3 ? (short)9 : (short)5);

    [Theory]
    [InlineData(ThresholdRule.BoundaryRatio)]
    [InlineData(ThresholdRule.EdgeMean)]
    public void ASharpSquare_IsPartedFromItsSurroundings(ThresholdRule rule)
    {
        SideThreshold found = Find(Square, LesionPolarity.Hyperintense, rule);
        Assert.True(found.IsLesion);
        Assert.InRange(found.Intensity * 16, rule == ThresholdRule.EdgeMean ? 6 : 10, 12);
    }

    [Fact]
    public void TheBoundaryRatioOfASquare_IsThatOfItsPairs()
    {
        // 10x10 pixels: 2 (10·9 + 10·9 + 9·9 + 9·9) pairs inside; 8 neighbors of each pixel less those are across.
        SideThreshold found = Find(Square, LesionPolarity.Hyperintense, ThresholdRule.BoundaryRatio);
        Assert.Equal(2.0 * 116 / ((2 * 116) + 684), found.Ratio, 1e-12);
    }

    [Theory]
    [InlineData(ThresholdRule.BoundaryRatio)]
    [InlineData(ThresholdRule.EdgeMean)]
    public void TheDarkSide_IsTheMirrorImage(ThresholdRule rule)
    {
        SideThreshold bright = Find(Square, LesionPolarity.Hyperintense, rule);
        SideThreshold dark = Find(Matrix(v => (short)(15 - (Inside(v) ? 12 : v % 97 == 3 ? 9 : 5))), LesionPolarity.Hypointense, rule);
        Assert.Equal(1 - bright.Intensity, dark.Intensity, 1e-12);
        Assert.Equal(bright.Ratio, dark.Ratio, 1e-12);
    }

    [Fact]
    public void ScatteredPixels_AreNoLesion()
    {
        SideThreshold found = Find(Matrix(v => v % 41 == 3 ? (short)12 : (short)5), LesionPolarity.Hyperintense, ThresholdRule.BoundaryRatio, leastPairs: 0);
        Assert.False(found.IsLesion);
        Assert.True(double.IsNaN(found.Intensity));
    }

    [Fact]
    public void LevelDistances_AreThoseOfTheBrain()
    {
        var matrix = new CooccurrenceMatrix(16);
        matrix.Add([4, 5, 5, 6], 1, 4, PairDirections.Vertical, CancellationToken.None);
        matrix.Add([6, 5, 5, 4], 1, 4, PairDirections.Vertical, CancellationToken.None);
        LevelDistances distances = LevelDistances.Of(matrix);
        Assert.Equal(5.5 / 16, distances.Median, 1e-9);
        // Row sums are 2, 8 and 2, so the middle half of the 12 takes three quarters of level 5.
        Assert.Equal(1.4826022185056018 * 0.375 / 16, distances.Deviation, 1e-9);
    }

    [Fact]
    public void ARegionNearNormalBrain_IsNoLesionHoweverLittleBoundaryItHas() =>
        Assert.False(ThresholdFinder.Find(Square, CrossSection.Of(Square), LesionPolarity.Hyperintense, new() { SearchRange = 0.5, MinimumContrast = 0.5 }, 100).IsLesion);

    private static bool Inside(int v) => v % 40 is >= 15 and < 25 && v / 40 is >= 15 and < 25;

    private static CooccurrenceMatrix Matrix(Func<int, short> level)
    {
        short[] picture = [.. Enumerable.Range(0, 1600).Select(level)];
        var matrix = new CooccurrenceMatrix(16);
        matrix.Add(picture, 40, 40, PairDirections.All, CancellationToken.None);
        return matrix;
    }

    private static SideThreshold Find(CooccurrenceMatrix matrix, LesionPolarity polarity, ThresholdRule rule, double leastPairs = 100) =>
        ThresholdFinder.Find(matrix, CrossSection.Of(matrix), polarity, new() { Rule = rule, SearchRange = 0.5 }, leastPairs);
}
