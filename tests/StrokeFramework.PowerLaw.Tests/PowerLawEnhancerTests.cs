using StrokeFramework.TestSupport;

namespace StrokeFramework.PowerLaw.Tests;

public sealed class PowerLawEnhancerTests
{
    [Theory]
    [InlineData(0.05, 0.30171)]
    [InlineData(0.10, 0.39811)]
    [InlineData(0.20, 0.52531)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Process_ByDefault_RaisesToThePowerOfTwoFifths(double r, double expected) =>
        Assert.Equal(expected, Run([(float)r], new()).Dwi.Span[0], 1e-5);

    [Fact]
    public void Process_ClipsToOneAndAppliesTheAmplitude()
    {
        DiffusionStudy result = Run([0.25f, 0.81f], new() { Gamma = 0.5, Amplitude = 1.5 });
        Assert.Equal([0.75f, 1f], result.Dwi.Span.ToArray());
        Assert.True(result.HasUnitIntensity);
    }

    [Fact]
    public void Process_WithABrainMask_LeavesTheOutside()
    {
        DiffusionStudy study = Study([0.1f, 0.1f]);
        study = study.WithBrainMask(new(study.Geometry, new byte[] { 0, 1 }));
        DiffusionStudy result = new PowerLawEnhancer().Process(study, new StageContext());
        Assert.Equal(0.1f, result.Dwi.Span[0]);
        Assert.Equal(0.39811, result.Dwi.Span[1], 1e-5);
        Assert.Equal([0.1f, 0.1f], study.Dwi.Span.ToArray());
    }

    [Fact]
    public void Process_OfNumbersThatAreNone_GivesZeroAndAWarning()
    {
        var log = new RecordingLog();
        DiffusionStudy result = new PowerLawEnhancer().Process(Study([float.NaN, -0.1f, float.PositiveInfinity, 1]), new StageContext { Log = log });
        Assert.Equal([0, 0, 0, 1], result.Dwi.Span.ToArray());
        Assert.StartsWith("3 voxels", Assert.Single(log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Process_OfABrainAtATenth_MovesTheHistogramsPeakToFourTenths()
    {
        (DiffusionStudy raw, _) = new EllipsePhantom { Texture = 0.005, Noise = 0.003 }.Make();
        float[] unit = [.. raw.Dwi.Span.ToArray().Select(v => v / 4095 < 0.02f ? 0 : v / 4095)];
        var dwi = new Volume<float>(raw.Geometry, unit);
        var sink = new RecordingSink();
        new PowerLawEnhancer().Process(raw.WithDwi(dwi, unitIntensity: true), new StageContext { Diagnostics = sink });
        Assert.InRange(sink.Scalar("peak_before"), 0.09, 0.11);
        Assert.InRange(sink.Scalar("peak_after"), 0.38, 0.42);
        Assert.IsType<CurveDiagnostic>(sink.Diagnostics["histograms"]);
    }

    [Fact]
    public void Process_OnAnyNumberOfThreads_GivesTheSameBits()
    {
        (DiffusionStudy raw, _) = new EllipsePhantom { Size = new(64, 64, 6) }.Make();
        DiffusionStudy study = raw.WithDwi(new(raw.Geometry, raw.Dwi.Span.ToArray().Select(v => v / 4095).ToArray()), unitIntensity: true);
        float[] one = new PowerLawEnhancer().Process(study, new StageContext()).Dwi.Span.ToArray();
        float[] four = new PowerLawEnhancer().Process(study, new StageContext { MaxDegreeOfParallelism = 4 }).Dwi.Span.ToArray();
        Assert.Equal(one, four);
    }

    private static DiffusionStudy Run(float[] image, PowerLawSettings settings)
    {
        var stage = new PowerLawEnhancer();
        stage.Configure(settings);
        return stage.Process(Study(image), new StageContext());
    }

    private static DiffusionStudy Study(float[] image)
    {
        var dwi = new Volume<float>(VolumeGeometry.FromSpacing(new(image.Length, 1, 1), new(1, 1, 1)), image);
        return new DiffusionStudy(dwi).WithDwi(dwi, unitIntensity: true);
    }
}
