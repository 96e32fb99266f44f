namespace StrokeFramework.Phantom.Tests;

public sealed class SignalTests
{
    [Fact]
    public void Signal_OfDesignTissues_MatchesHandComputedValues()
    {
        // 0.82·e^-0.9·e^-0.85, 0.70·e^-1.125·e^-0.75 and 1·e^-0.06·e^-3, worked out by hand.
        var tissues = new TissueSettings();
        Assert.Equal(0.142495, SignalModel.Signal(tissues.Grey, 90, 1000), 1e-6);
        Assert.Equal(0.107348, SignalModel.Signal(tissues.White, 90, 1000), 1e-6);
        Assert.Equal(0.046888, SignalModel.Signal(tissues.Csf, 90, 1000), 1e-6);
        Assert.Equal(0.941765, SignalModel.Signal(tissues.Csf, 90, 0), 1e-6);
    }

    [Fact]
    public void Create_WithoutNoise_PureVoxelsFollowTheSignalEquation()
    {
        PhantomStudy study = SmallPhantom.Create(StrokeTypes.None, 0, SmallPhantom.Plain);
        TissueMaps maps = study.Tissues;
        int white = 0, csf = 0;
        for (int v = 0; v < maps.White.Length; v++)
        {
            if (maps.White[v] > 0.9999f)
            {
                AssertVoxel(new(0.70, 80, 0.75e-3), v);
                white++;
            }
            else if (maps.Csf[v] > 0.9999f)
            {
                AssertVoxel(new(1.0, 1500, 3.0e-3), v);
                csf++;
            }
        }

        Assert.True(white > 1000, $"{white} voxels of pure white matter");
        Assert.True(csf > 50, $"{csf} voxels of pure CSF");

        void AssertVoxel(TissueProperties t, int v)
        {
            double b0 = study.Gain * t.ProtonDensity * Math.Exp(-90 / t.T2), dwi = b0 * Math.Exp(-1000 * t.Adc);
            // Rounded to whole numbers, hence half a unit and a little for single precision.
            Assert.InRange(study.B0.Span[v], b0 - 0.51, b0 + 0.51);
            Assert.InRange(study.Dwi.Span[v], dwi - 0.51, dwi + 0.51);
            Assert.InRange(study.Adc.Span[v], t.Adc - (0.8e-3 / dwi), t.Adc + (0.8e-3 / dwi));
        }
    }

    [Fact]
    public void Create_WithoutNoise_MixedVoxelsAreTheSumOfTheirParts()
    {
        PhantomStudy study = SmallPhantom.Create(StrokeTypes.None, 1, SmallPhantom.Plain);
        TissueMaps maps = study.Tissues;
        for (int v = 0; v < maps.White.Length; v += 5)
        {
            double expected = study.Gain * ((0.142495 * maps.Grey[v]) + (0.107348 * maps.White[v]) + (0.046888 * maps.Csf[v]));
            Assert.InRange(study.Dwi.Span[v], expected - 0.6, expected + 0.6);
        }
    }

    [Theory]
    [InlineData(StrokeTypes.AcuteIschemic)]
    [InlineData(StrokeTypes.ChronicIschemic)]
    public void Create_WithoutNoise_LesionCoresFollowTheirRecordedParameters(string type)
    {
        PhantomStudy study = SmallPhantom.Create(type, 2, SmallPhantom.Plain);
        PhantomLesion lesion = Assert.Single(study.Lesions);
        TissueProperties truth = lesion.Parameters.Core.In(new(0.70, 80, 0.75e-3));
        double expected = study.Gain * truth.ProtonDensity * Math.Exp((-90 / truth.T2) - (1000 * truth.Adc));
        // White matter wholly within the lesion has the lesion's signal; at its edge less, so the extreme counts.
        var ratios = new List<double>();
        for (int v = 0; v < study.Mask.Span.Length; v++)
        {
            if (study.Mask.Span[v] != 0 && study.Tissues.White[v] > 0.9999f) ratios.Add(study.Dwi.Span[v] / expected);
        }

        Assert.NotEmpty(ratios);
        Assert.Contains(ratios, r => Math.Abs(r - 1) < 0.01);
    }

    [Fact]
    public void Adc_OfMissingSignal_IsZero()
    {
        Assert.Equal(0, SignalModel.Adc(0, 10, 1000));
        Assert.Equal(0, SignalModel.Adc(10, 0, 1000));
        Assert.Equal(Math.Log(4) / 1000, SignalModel.Adc(400, 100, 1000), 6);
    }
}
