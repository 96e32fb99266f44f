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

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(7, 3, 0)]
    [InlineData(-12, -6, 0.1)]
    [InlineData(20, 10, -0.05)]
    public void Estimator_FindsTheLineOfATurnedBrain(double degrees, double shift, double tilt)
    {
        GridSize size = new(96, 110, 12);
        Point3 spacing = new(2, 2, 5);
        var truth = new MidsagittalLine(degrees * Math.PI / 180, 0, tilt);
        double middleX = 96 + shift, middleY = 110;
        (double Across, double Along) Own(int v)
        {
            double x = (v % size.I * spacing.X) - middleX, y = (v / size.I % size.J * spacing.Y) - middleY, z = v / size.SliceCount * spacing.Z;
            double cos = Math.Cos(truth.Angle), sin = Math.Sin(truth.Angle);
            return ((x * cos) + (y * sin) - (tilt * z), (y * cos) - (x * sin));
        }

        // An egg, wider behind, with two ventricles and a lesion on one side only.
        static bool Brain((double Across, double Along) p) => Math.Pow(p.Across / (60 - (0.1 * p.Along)), 2) + Math.Pow(p.Along / 80, 2) <= 1;
        static float Image((double Across, double Along) p) =>
            Math.Abs(Math.Abs(p.Across) - 12) < 6 && Math.Abs(p.Along) < 25 ? 0.25f : p.Across is > 25 and < 45 && Math.Abs(p.Along - 10) < 15 ? 0.8f : 0.4f + (0.02f * (float)Math.Cos(p.Along / 9));
        StudySlab slab = Pictures.Slab(size, spacing, v => Image(Own(v)), v => Brain(Own(v)));

        MidsagittalLine found = MidsagittalEstimator.Find(slab, NormalTissue.Of(slab), CancellationToken.None);

        Assert.Equal(degrees, found.Angle * 180 / Math.PI, 1.5);
        // The mirror image of a point of the left hemisphere, against the truth, in the first, the middle and the last slice.
        foreach (double z in new[] { 0.0, 27.5, 55 })
        {
            MidsagittalLine exact = truth with { Offset = (middleX * Math.Cos(truth.Angle)) + (middleY * Math.Sin(truth.Angle)) };
            (double x, double y) = found.Mirror(60, 120, z);
            (double ex, double ey) = exact.Mirror(60, 120, z);
            Assert.True(Math.Abs(x - ex) < 2.5 && Math.Abs(y - ey) < 3.5, $"({x - ex:F2}, {y - ey:F2}) mm off at {z} mm");
        }
    }

    [Fact]
    public void Mirror_Twice_IsWhereItWas()
    {
        var line = new MidsagittalLine(0.3, 50, 0.1);
        (double x, double y) = line.Mirror(12, 34, 56);
        (x, y) = line.Mirror(x, y, 56);
        Assert.Equal(12, x, 1e-10);
        Assert.Equal(34, y, 1e-10);
    }

    [Fact]
    public void MirrorTemplate_OfASymmetricPicture_CorrelatesWholly_AndDropsIt()
    {
        StudySlab slab = Pictures.Slab(new(41, 30, 1), new(1, 1, 5), v => 0.4f + (0.01f * Math.Abs((v % 41) - 20) * (v / 41)));
        var template = new MirrorTemplate(new(0, 20, 0), 0.45, 0.6);
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
        PatchPair pair = new MirrorTemplate(new(0, 20, 0), 0.4, 0.6).Compare(slab, candidate, polarity);
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
