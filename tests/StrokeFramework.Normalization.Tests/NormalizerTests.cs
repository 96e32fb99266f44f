using StrokeFramework.Imaging;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Normalization.Tests;

public sealed class NormalizerTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.001)]
    [InlineData(37.5)]
    public void Reference_BringsNormalBrainToItsLevel_WhateverTheScale(double scale)
    {
        DiffusionStudy study = Phantom(new() { Seed = 3 });
        DiffusionStudy scaled = Map(study, v => (float)(v * scale));
        DiffusionStudy result = Run(scaled);
        Assert.True(result.HasUnitIntensity);
        Assert.Equal(0.1, NormalBrainMedian(result, study), 0.006);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.02)]
    public void Reference_BesideALesionOfAThirdOfTheBrain_StaysOnNormalBrain(double level)
    {
        var lesion = new PhantomLesion(new(30, 0, 0), new(34, 60, 40), level);
        DiffusionStudy study = Phantom(new() { Lesions = [lesion], Size = new(128, 128, 12) });
        DiffusionStudy healthy = Phantom(new() { Size = new(128, 128, 12) });
        double unit = Unit(study), expected = Unit(healthy);
        Assert.Equal(expected, unit, 0.06 * expected);
    }

    [Fact]
    public void Reference_OfASkullStrippedImageWithSmallNegativeValues_IsThatOfTheWholeImage()
    {
        DiffusionStudy whole = Phantom(new());
        DiffusionStudy stripped = Map(whole, v => v < 80 ? (v < 12 ? -6 : 0) : v);
        Assert.Equal(Unit(whole), Unit(stripped), 0.03 * Unit(whole));
        Assert.Equal(0, RobustStatistics.Quantile(Run(stripped).Dwi.Span, 0));
    }

    [Fact]
    public void Reference_WithABrainMask_LooksInsideItOnly()
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(new(100, 1, 1), new(1, 1, 1));
        var image = new float[100];
        var mask = new byte[100];
        for (int v = 0; v < 100; v++) (image[v], mask[v]) = v < 70 ? (500 + v, (byte)0) : (40, (byte)1);
        DiffusionStudy study = new DiffusionStudy(new(geometry, image)).WithBrainMask(new(geometry, mask));
        Assert.Equal(400, Unit(study), 1e-3);
    }

    [Fact]
    public void BitDepth_DividesByFullScale()
    {
        DiffusionStudy study = Phantom(new());
        DiffusionStudy result = Run(study, new() { Mode = NormalizationMode.BitDepth });
        for (int v = 0; v < 1000; v++) Assert.Equal(study.Dwi.Span[v] / 4095, result.Dwi.Span[v], 1e-6);
        Assert.Equal(0.1, NormalBrainMedian(result, study), 0.006);
    }

    [Fact]
    public void BitDepth_WithoutBits_SaysWhatToSet()
    {
        var study = new DiffusionStudy(Phantom(new()).Dwi);
        var error = Assert.Throws<StageException>(() => Run(study, new() { Mode = NormalizationMode.BitDepth }));
        Assert.Contains("'bits'", error.Message, StringComparison.Ordinal);
        Assert.True(Run(study, new() { Mode = NormalizationMode.BitDepth, Bits = 16 }).HasUnitIntensity);
    }

    [Fact]
    public void BitDepth_OfValuesThatDoNotFit_IsRefused()
    {
        var error = Assert.Throws<StageException>(() => Run(Map(Phantom(new()), v => 20 * v), new() { Mode = NormalizationMode.BitDepth }));
        Assert.Contains("12 bits", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-3)]
    [InlineData(float.NaN)]
    public void Reference_OfAConstantImage_IsRefusedInASentence(float value)
    {
        var error = Assert.Throws<StageException>(() => Run(Map(Phantom(new()), _ => value)));
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NonFiniteVoxels_BecomeZeroWithAWarning_AndTheInputStays()
    {
        float[] image = Phantom(new()).Dwi.Span.ToArray();
        (image[5], image[6], image[7]) = (float.NaN, float.PositiveInfinity, float.NegativeInfinity);
        var study = new DiffusionStudy(new(Phantom(new()).Geometry, image));
        var log = new RecordingLog();
        DiffusionStudy result = new Normalizer().Process(study, new StageContext { Log = log });
        Assert.Equal([0, 0, 0], result.Dwi.Span[5..8].ToArray());
        Assert.StartsWith("3 voxels", Assert.Single(log.Warnings), StringComparison.Ordinal);
        Assert.True(float.IsNaN(study.Dwi.Span[5]));
    }

    [Fact]
    public void AnImageOfOneVoxel_IsRefused()
    {
        var study = new DiffusionStudy(new(VolumeGeometry.FromSpacing(new(1, 1, 1), new(1, 1, 1)), new float[] { 7 }));
        Assert.Throws<StageException>(() => Run(study));
    }

    [Theory]
    [InlineData("0003")]
    [InlineData("0004")]
    [InlineData("0009")]
    public void Reference_OfARealScan_PutsTheMedianBrainNearItsLevel(string number)
    {
        // Outside the lesion the median of gray and white matter is within a fifth of the most frequent value.
        (DiffusionStudy study, Volume<byte> truth) = RealCase.Isles(number);
        DiffusionStudy result = Run(study);
        float[] brain = [.. Brain(result, truth)];
        Assert.InRange(RobustStatistics.Median(brain), 0.08, 0.12);
    }

    [Fact]
    public void Reference_OfARealScanWithSkull_PutsTheMedianBrainNearItsLevel()
    {
        DiffusionStudy result = Run(RealCase.Normal());
        float[] bright = [.. Brain(result, null)];
        Assert.InRange(RobustStatistics.Median(bright), 0.08, 0.12);
    }

    private static IEnumerable<float> Brain(DiffusionStudy study, Volume<byte>? truth)
    {
        for (int v = 0; v < study.Dwi.Voxels.Length; v++)
        {
            float value = study.Dwi.Span[v];
            if (value > 0.05f && (truth is null || truth.Span[v] == 0)) yield return value;
        }
    }

    private static DiffusionStudy Phantom(EllipsePhantom phantom) => phantom.Make().Study;

    private static DiffusionStudy Map(DiffusionStudy study, Func<float, float> change)
    {
        float[] image = [.. study.Dwi.Span.ToArray().Select(change)];
        return new(new(study.Geometry, image), acquisition: study.Acquisition);
    }

    private static DiffusionStudy Run(DiffusionStudy study, NormalizationSettings? settings = null)
    {
        var stage = new Normalizer();
        stage.Configure(settings ?? new());
        return stage.Process(study, new StageContext());
    }

    private static double Unit(DiffusionStudy study)
    {
        var sink = new RecordingSink();
        new Normalizer().Process(study, new StageContext { Diagnostics = sink });
        return sink.Scalar("unit");
    }

    private static double NormalBrainMedian(DiffusionStudy result, DiffusionStudy source)
    {
        float[] brain = [.. Enumerable.Range(0, result.Dwi.Voxels.Length).Where(v => source.Dwi.Span[v] > 250).Select(v => result.Dwi.Span[v])];
        return RobustStatistics.Median(brain);
    }
}
