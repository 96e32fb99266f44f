using StrokeFramework.Imaging;
using StrokeFramework.MarkerWatershed.Correlation;

namespace StrokeFramework.MarkerWatershed.Tests;

public sealed class CorrelationTests
{
    private static readonly double[] Sample = [.. Enumerable.Range(0, 60).Select(n => Math.Sin(n * n))];

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2.5, -7, 1)]
    [InlineData(0.001, 100, 1)]
    [InlineData(-3, 0.2, -1)]
    public void Correlation_WithALinearImage_IsOneOrMinusOne(double a, double b, double expected) =>
        Assert.Equal(expected, Correlate(Sample, [.. Sample.Select(v => (a * v) + b)]), 1e-9);

    /// <summary>Anscombe's first quartet (1973), whose correlation is published as 0.816; the further digits are those of 55.01 over the root of 110 times 41.2727.</summary>
    [Fact]
    public void Correlation_OfAPublishedExample_IsThePublishedOne()
    {
        double[] x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5], y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
        Assert.Equal(0.81642, Correlate(x, y), 5e-6);
    }

    [Fact]
    public void Correlation_OfAConstantOrTinyPatch_IsNone()
    {
        Assert.Equal(0, Correlate(Sample, [.. Sample.Select(_ => 0.1)]));
        Assert.Equal(0, Correlate([.. Sample.Select(_ => 0.4 / 3)], Sample));
        Assert.Equal(0, Correlate(Sample[..5], Sample[..5]));
    }

    [Fact]
    public void Correlation_LeavesOutWhatIsNotInBoth()
    {
        double[] a = [.. Sample, double.NaN, double.NaN], b = [.. Sample, double.NaN, double.NaN];
        Assert.Equal(1, Correlate(a, b), 1e-12);
    }

    [Theory]
    [InlineData(0, "very weak")]
    [InlineData(-0.199, "very weak")]
    [InlineData(0.2, "weak")]
    [InlineData(0.4, "moderate")]
    [InlineData(-0.6, "strong")]
    [InlineData(0.799, "strong")]
    [InlineData(0.8, "very strong")]
    [InlineData(-1, "very strong")]
    public void Strength_FollowsTheGuide(double coefficient, string word) => Assert.Equal(word, CorrelationStrength.Word(coefficient));

    [Fact]
    public void MirrorTemplate_OfASymmetricPicture_CorrelatesWholly_AndDropsIt()
    {
        StudySlab slab = Pictures.Slab(new(41, 30, 1), new(1, 1, 5), v => 0.4f + (0.01f * Math.Abs((v % 41) - 20) * (v / 41)));
        var template = new MirrorTemplate(new(new(20, 0, 0), new(1, 0, 0)), 0.45, 0.6);
        var candidate = Candidate.Of([slab.Size.IndexOf(5, 5, 0), slab.Size.IndexOf(12, 20, 0)], slab.Size);
        double correlation = template.Compare(slab, candidate, LesionPolarity.Hyperintense).Correlation();
        Assert.Equal(1, correlation, 1e-6);
        Assert.False(template.Keeps(correlation));
    }

    [Theory]
    [InlineData(LesionPolarity.Hyperintense, 0.1f, 0.8f)]
    [InlineData(LesionPolarity.Hypointense, 0.8f, 0.1f)]
    public void MirrorTemplate_OfAOneSidedLesion_IsNotMisledByAnatomyOfTheOtherSide(LesionPolarity polarity, float anatomy, float lesion)
    {
        // Symmetric anatomy at columns 15 and 25, a lesion at column 10.
        StudySlab slab = Pictures.Slab(new(41, 30, 1), new(1, 1, 5), v => Math.Abs((v % 41) - 20) == 5 ? anatomy : v % 41 is 9 or 10 ? lesion : 0.4f + (0.001f * (v % 3)));
        var candidate = Candidate.Of([slab.Size.IndexOf(6, 5, 0), slab.Size.IndexOf(17, 20, 0)], slab.Size);
        PatchPair pair = new MirrorTemplate(new(new(20, 0, 0), new(1, 0, 0)), 0.4, 0.6).Compare(slab, candidate, polarity);
        Assert.InRange(pair.Correlation(), -0.3, 0.3);
    }

    [Theory]
    [InlineData(LesionPolarity.Hyperintense, 0.8f)]
    [InlineData(LesionPolarity.Hypointense, 0.1f)]
    public void IdealLesionTemplate_OfAnEvenRegion_CorrelatesWholly(LesionPolarity polarity, float level)
    {
        GridSize size = new(20, 20, 1);
        int[] voxels = [.. Enumerable.Range(0, 400).Where(v => v % 20 is > 5 and < 12 && v / 20 is > 3 and < 9)];
        StudySlab slab = Pictures.Slab(size, new(1, 1, 5), v => voxels.Contains(v) ? level : 0.4f);
        PatchPair pair = new IdealLesionTemplate(0.4).Compare(slab, Candidate.Of(voxels, size).Widened(3, 3, size), polarity);
        Assert.Equal((12, 11), (pair.Width, pair.Height));
        Assert.Equal(1, pair.Correlation(), 1e-9);
    }

    private static double Correlate(double[] a, double[] b) => new PatchPair(a.Length, 1, a, b).Correlation();
}
