using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class OverlapCountsTests
{
    private static readonly OverlapCounts Example = new(60, 15, 25, 900);

    [Fact]
    public void Figures_OfThePublishedVector_AreAsComputedByHand()
    {
        Assert.Equal(0.60, Example.Jaccard, 12);
        Assert.Equal(0.75, Example.Dice, 12);
        Assert.Equal(0.40, Example.MisclassifiedArea, 12);
        Assert.Equal(0.15, Example.FalsePositiveRate(), 12);
        Assert.Equal(0.25, Example.FalseNegativeRate(), 12);
        Assert.Equal(15.0 / 85, Example.FalsePositiveRate(RateDenominator.GroundTruth), 12);
        Assert.Equal(25.0 / 85, Example.FalseNegativeRate(RateDenominator.GroundTruth), 12);
        Assert.Equal(15.0 / 915, Example.FalsePositiveRate(RateDenominator.Pixelwise), 12);
        Assert.Equal(25.0 / 85, Example.FalseNegativeRate(RateDenominator.Pixelwise), 12);
    }

    [Theory]
    [InlineData(RateDenominator.Union)]
    [InlineData(RateDenominator.GroundTruth)]
    [InlineData(RateDenominator.Pixelwise)]
    public void BothEmpty_IsPerfectAgreement(RateDenominator denominator)
    {
        var counts = new OverlapCounts(0, 0, 0, 10);
        Assert.Equal((1, 1, 0), (counts.Dice, counts.Jaccard, counts.MisclassifiedArea));
        Assert.Equal((0, 0), (counts.FalsePositiveRate(denominator), counts.FalseNegativeRate(denominator)));
    }

    [Fact]
    public void TruthEmptyAndMaskNot_IsNoAgreement()
    {
        var counts = new OverlapCounts(0, 4, 0, 6);
        Assert.Equal((0, 0), (counts.Dice, counts.Jaccard));
        Assert.Equal(1, counts.FalsePositiveRate());
        Assert.Equal(1, counts.FalsePositiveRate(RateDenominator.GroundTruth));
        Assert.Equal(0.4, counts.FalsePositiveRate(RateDenominator.Pixelwise), 12);
        Assert.Equal(0, counts.FalseNegativeRate());
    }

    [Fact]
    public void MaskEmptyAndTruthNot_MissesAll()
    {
        var counts = new OverlapCounts(0, 0, 4, 6);
        Assert.Equal((0, 0), (counts.Dice, counts.Jaccard));
        Assert.All(Enum.GetValues<RateDenominator>(), d => Assert.Equal((0, 1), (counts.FalsePositiveRate(d), counts.FalseNegativeRate(d))));
    }

    [Fact]
    public void UnionRates_AndJaccard_SumToOne_AndDiceFollowsFromJaccard()
    {
        var random = new Random(1);
        for (int n = 0; n < 500; n++)
        {
            var counts = new OverlapCounts(random.Next(50), random.Next(50), random.Next(50), random.Next(50));
            Assert.Equal(1, counts.Jaccard + counts.FalsePositiveRate() + counts.FalseNegativeRate(), 12);
            Assert.Equal(2 * counts.Jaccard / (1 + counts.Jaccard), counts.Dice, 12);
            Assert.Equal(1 - counts.Jaccard, counts.MisclassifiedArea, 12);
        }
    }

    [Fact]
    public void Of_CountsEveryVoxelOnce_WhateverTheLabel()
    {
        VolumeGeometry grid = VolumeGeometry.FromSpacing(new(5, 1, 1), new(1, 1, 1));
        var counts = OverlapCounts.Of(new(grid, new byte[] { 2, 1, 0, 0, 0 }), new(grid, new byte[] { 1, 0, 1, 0, 0 }));
        Assert.Equal(new OverlapCounts(1, 1, 1, 2), counts);
    }

    [Fact]
    public void Of_MasksOnTwoGrids_SaysHowTheyDiffer()
    {
        VolumeGeometry grid = VolumeGeometry.FromSpacing(new(2, 1, 1), new(1, 1, 1)), other = VolumeGeometry.FromSpacing(new(3, 1, 1), new(1, 1, 1));
        var error = Assert.Throws<ArgumentException>(() => OverlapCounts.Of(new(grid, new byte[2]), new(other, new byte[3])));
        Assert.Contains("3x1x1 against 2x1x1", error.Message, StringComparison.Ordinal);
    }
}
