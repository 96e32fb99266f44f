using StrokeFramework.TestSupport;

namespace StrokeFramework.GaussianSmoothing.Tests;

public sealed class GaussianSmootherTests
{
    [Fact]
    public void Process_OfAnEdge_GivesTheErrorFunctionInMillimeters()
    {
        // A step from 0.2 to 0.6 between columns 39 and 40; the Gaussian of an edge is the normal distribution.
        var size = new GridSize(80, 3, 1);
        DiffusionStudy study = Study(size, new(0.5, 2, 5), v => v % 80 < 40 ? 0.2f : 0.6f, _ => true);
        Volume<float> smooth = Run(study, 2).Dwi;
        // Position of column 42's center past the edge: 2.5 pixels of 0.5 mm, 0.625 widths; P(0.625) = 0.7340.
        Assert.Equal(0.2 + (0.4 * 0.7340), smooth[42, 1, 0], 0.003);
        Assert.Equal(0.8, smooth[42, 1, 0] + smooth[37, 1, 0], 1e-3);
    }

    [Fact]
    public void Process_LeavesTheOutsideAndLetsNothingInOfIt()
    {
        var size = new GridSize(9, 9, 3);
        DiffusionStudy study = Study(size, new(1, 1, 1), v => v % 9 < 5 ? 0.4f : 0.9f, v => v % 9 < 5);
        DiffusionStudy result = Run(study, 1.5);
        for (int v = 0; v < size.Count; v++) Assert.Equal(v % 9 < 5 ? 0.4f : 0.9f, result.Dwi.Span[v], 1e-4f);
        Assert.True(result.HasUnitIntensity);
        Assert.Same(study.BrainMask, result.BrainMask);
    }

    [Fact]
    public void Process_OfNoise_RemovesWhatItSays()
    {
        var random = new Random(5);
        DiffusionStudy study = Study(new(40, 40, 4), new(1, 1, 5), _ => 0.4f + (0.02f * random.NextSingle()), _ => true);
        var sink = new RecordingSink();
        var stage = new GaussianSmoother();
        float[] before = study.Dwi.Span.ToArray();
        float[] after = stage.Process(study, new StageContext { Diagnostics = sink }).Dwi.Span.ToArray();
        Assert.Equal(before, study.Dwi.Span.ToArray());
        Assert.Equal(Math.Sqrt(before.Zip(after, (a, b) => Math.Pow(a - b, 2)).Average()), sink.Scalar("removed"), 1e-6);
        // A 2-D Gaussian of width s leaves 1 / (2 s sqrt(pi)) of the noise; uniform noise of width 0.02 has 0.02 / sqrt(12).
        double mean = after.Average(), deviation = Math.Sqrt(after.Average(a => Math.Pow(a - mean, 2)));
        Assert.Equal(0.02 / Math.Sqrt(12) / (2 * 1.25 * Math.Sqrt(Math.PI)), deviation, 2.5e-4);
    }

    [Fact]
    public void Process_WithWidthZero_IsTheStudyItself()
    {
        DiffusionStudy study = Study(new(4, 4, 1), new(1, 1, 1), v => v, _ => true);
        Assert.Same(study, Run(study, 0));
    }

    [Fact]
    public void Process_OfNumbersThatAreNone_KeepsThemOutOfTheRest()
    {
        DiffusionStudy result = Run(Study(new(9, 1, 1), new(1, 1, 1), v => v == 4 ? float.NaN : 0.4f, _ => true), 1);
        Assert.True(float.IsNaN(result.Dwi.Span[4]));
        Assert.Equal(0.4, result.Dwi.Span[3], 1e-4);
    }

    private static DiffusionStudy Run(DiffusionStudy study, double sigma)
    {
        var stage = new GaussianSmoother();
        stage.Configure(new GaussianSmoothingSettings { Sigma = sigma });
        return stage.Process(study, new StageContext());
    }

    private static DiffusionStudy Study(GridSize size, Point3 spacing, Func<int, float> image, Func<int, bool> brain)
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(size, spacing);
        var dwi = new Volume<float>(geometry, Enumerable.Range(0, (int)size.Count).Select(image).ToArray());
        var mask = new Volume<byte>(geometry, Enumerable.Range(0, (int)size.Count).Select(v => brain(v) ? (byte)1 : (byte)0).ToArray());
        return new DiffusionStudy(dwi).WithDwi(dwi, unitIntensity: true).WithBrainMask(mask);
    }
}
