using StrokeFramework.TestSupport;

namespace StrokeFramework.TissueFlattening.Tests;

public sealed class TissueFlattenerTests
{
    private const double B = 1000;

    [Fact]
    public void Of_AMixtureOfTissueAndFluid_IsTheShareItWasMixedWith()
    {
        var settings = new TissueFlatteningSettings();
        var share = new FluidShare(B, settings);
        foreach (double part in new[] { 0, 0.1, 0.35, 0.8, 1 })
        {
            (double dwi, double adc) = Mixed(part, 1.2, settings);
            Assert.Equal(part, share.Of(dwi, adc), 1e-6);
        }

        Assert.Equal(0, share.Of(1, 0));
        Assert.Equal(0, share.Of(double.NaN, 1e-3));
    }

    [Fact]
    public void Smooth_OfAStep_MovesEachSideByTheWeightOverItsLength()
    {
        // Closed form of Rudin, Osher & Fatemi's model on a line: sides of 12 and 8 voxels of 0.5 mm move by 0.2 mm / 6 mm and 0.2 mm / 4 mm.
        var size = new GridSize(20, 1, 1);
        float[] step = [.. Enumerable.Range(0, 20).Select(i => i < 12 ? 0f : 1f)];
        float[] smooth = Filter(size, new(0.5, 1, 1)).Smooth(step, 0.2, 3000);
        for (int i = 0; i < 20; i++) Assert.Equal(i < 12 ? 0.2 / 6 : 1 - (0.2 / 4), smooth[i], 1e-3);
    }

    [Fact]
    public void Smooth_WithAGreatWeight_IsTheMean()
    {
        var random = new Random(3);
        float[] noise = [.. Enumerable.Range(0, 60).Select(_ => random.NextSingle())];
        Assert.All(Filter(new(5, 4, 3), new(1, 2, 1)).Smooth(noise, 1000, 4000), v => Assert.Equal(noise.Average(), v, 2e-2));
    }

    [Fact]
    public void Residuals_OfALineWithOutliers_LeaveTheOutliersAlone()
    {
        var random = new Random(7);
        float[] x = [.. Enumerable.Range(0, 500).Select(_ => random.NextSingle())];
        float[] y = [.. x.Select((v, n) => 0.3f + (2 * v) + (0.001f * random.NextSingle()) + (n % 10 == 0 ? 1 : 0))];
        float[] rest = TissueRegression.Residuals(y, [x], [.. x.Select(_ => (byte)1)], CancellationToken.None);
        for (int n = 0; n < rest.Length; n++) Assert.Equal(n % 10 == 0 ? 1 : 0, rest[n], 5e-3);
    }

    [Fact]
    public void Process_OfAHead_TakesTheCortexOffAndLeavesTheLesion()
    {
        DiffusionStudy study = Head();
        DiffusionStudy flat = new TissueFlattener().Process(study, new StageContext());
        // Before, cortex (at i = 7, beside fluid) is as bright as the lesion (in the middle).
        Assert.Equal(study.Dwi[7, 30, 2], study.Dwi[30, 30, 2], 1e-4f);
        double cortex = flat.Dwi[7, 30, 2] / flat.Dwi[16, 16, 2], lesion = flat.Dwi[30, 30, 2] / flat.Dwi[16, 16, 2];
        Assert.InRange(cortex, 0.9, 1.12);
        // Of 1.35, total variation takes 0.2 mm times edge over area of a square of 13 mm, 6 %: 1.27; the fit of the depth a little more.
        Assert.InRange(lesion, 1.2, 1.35);
        Assert.True(flat.HasUnitIntensity);
        Assert.Equal(study.Dwi[0, 0, 0], flat.Dwi[0, 0, 0]);
    }

    [Fact]
    public void Process_OfALesionWithARaisedAdc_LeavesIt()
    {
        // An ADC of 0.95 in place of 0.8·10⁻³ mm²/s counts as 6 % of fluid: tissue beside fluid, if that were taken at its word.
        DiffusionStudy study = Head(lesionAdc: 0.95e-3);
        double kept = Contrast(new TissueFlatteningSettings()), mistaken = Contrast(new TissueFlatteningSettings { MinimumFluid = 0 });
        Assert.InRange(kept, 1.25, 1.45);
        Assert.True(mistaken < kept - 0.02, $"{mistaken} with every share of fluid, {kept} without small ones");

        double Contrast(TissueFlatteningSettings settings)
        {
            var stage = new TissueFlattener();
            stage.Configure(settings);
            DiffusionStudy flat = stage.Process(study, new StageContext());
            return flat.Dwi[30, 30, 2] / flat.Dwi[16, 16, 2];
        }
    }

    [Fact]
    public void Process_OfAFaintLesionWithARaisedAdc_RaisesItAndNothingElse()
    {
        DiffusionStudy study = Head(lesionAdc: 1e-3, lesionSignal: 1.15);
        DiffusionStudy without = Flat(new TissueFlatteningSettings { DiffusionWeight = 0 }), with = Flat(new TissueFlatteningSettings());
        Assert.True(Contrast(with, 30) > Contrast(without, 30) + 0.02, $"lesion: {Contrast(without, 30)} without the ADC, {Contrast(with, 30)} with it");
        // At most as much again as the DWI shows.
        Assert.True(Math.Log(Contrast(with, 30)) <= (2 * Math.Log(Contrast(without, 30))) + 1e-3);
        Assert.Equal(Contrast(without, 7), Contrast(with, 7), 0.02);

        DiffusionStudy Flat(TissueFlatteningSettings settings)
        {
            var stage = new TissueFlattener();
            stage.Configure(settings);
            return stage.Process(study, new StageContext());
        }

        static double Contrast(DiffusionStudy flat, int i) => flat.Dwi[i, 30, 2] / flat.Dwi[16, 16, 2];
    }

    [Fact]
    public void Process_OfWhatIsBrightOnBothSides_TakesMoreOffThanOfWhatIsOnOne()
    {
        // Two blocks, mirror images of each other, are anatomy; one alone is not.
        double pair = Contrast(3, both: true), alone = Contrast(3, both: false), unasked = Contrast(0, both: true);
        Assert.True(pair < alone - 0.03, $"{pair} as a pair, {alone} alone");
        Assert.True(pair < unasked - 0.03, $"{pair} with the other side, {unasked} without");

        static double Contrast(double width, bool both)
        {
            DiffusionStudy head = Head();
            float[] dwi = head.Dwi.Span.ToArray();
            for (int v = 0; v < dwi.Length; v++)
            {
                int i = v % 60, j = v / 60 % 60;
                if (j is > 36 and < 48 && (i is > 12 and < 24 || (both && i is > 35 and < 47))) dwi[v] *= 1.3f;
            }

            var stage = new TissueFlattener();
            stage.Configure(new TissueFlatteningSettings { MirrorWidth = width });
            DiffusionStudy flat = stage.Process(head.WithDwi(new(head.Geometry, dwi), unitIntensity: true), new StageContext());
            return flat.Dwi[18, 42, 2] / flat.Dwi[18, 20, 2];
        }
    }

    [Fact]
    public void Process_WithThreads_GivesTheSame()
    {
        DiffusionStudy study = Head();
        float[] one = new TissueFlattener().Process(study, new StageContext()).Dwi.Span.ToArray();
        Assert.Equal(one, new TissueFlattener().Process(study, new StageContext { MaxDegreeOfParallelism = 4 }).Dwi.Span.ToArray());
    }

    [Fact]
    public void Process_WithoutSignal_SaysSo()
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(new(4, 4, 2), new(1, 1, 1));
        var none = new Volume<float>(geometry, new float[32]);
        DiffusionStudy study = new DiffusionStudy(none).WithAdc(none).WithDwi(none, unitIntensity: true).WithBrainMask(new(geometry, Enumerable.Repeat((byte)1, 32).ToArray()));
        var stage = new TissueFlattener();
        Assert.Contains("no voxel with a positive intensity", Assert.Throws<StageException>(() => stage.Process(study, new StageContext())).Message, StringComparison.Ordinal);
    }

    private static TotalVariation Filter(GridSize size, Point3 spacing) =>
        new(size, spacing, [.. Enumerable.Repeat((byte)1, (int)size.Count)], new StageContext());

    private static (double Dwi, double Adc) Mixed(double fluid, double tissue, TissueFlatteningSettings settings)
    {
        double b0 = ((1 - fluid) * tissue * Math.Exp(B * settings.TissueAdc)) + (fluid * settings.FluidSignal);
        double dwi = ((1 - fluid) * tissue) + (fluid * settings.FluidSignal * Math.Exp(-B * settings.FluidAdc));
        return (dwi, Math.Log(b0 / dwi) / B);
    }

    // White matter with fluid along sheets every 20 voxels, cortex 4 voxels thick on both sides of each, and a lesion in the middle.
    private static DiffusionStudy Head(double? lesionAdc = null, double lesionSignal = 1.35)
    {
        var size = new GridSize(60, 60, 5);
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(size, new(1, 1, 5));
        float[] dwi = new float[size.Count], adc = new float[size.Count];
        var brain = new byte[size.Count];
        var settings = new TissueFlatteningSettings();
        for (int v = 0; v < dwi.Length; v++)
        {
            int i = v % 60, j = v / 60 % 60, away = Math.Min(Math.Abs(i - 5), Math.Min(Math.Abs(i - 54), Math.Min(Math.Abs(j - 5), Math.Abs(j - 54))));
            if (i < 2 || j < 2 || i > 57 || j > 57) continue;
            bool lesion = Math.Abs(i - 30) < 7 && Math.Abs(j - 30) < 7;
            (double signal, double diffusion) = Mixed(away == 0 ? 0.7 : 0, lesion ? lesionSignal : away < 4 ? 1.35 : 1, settings);
            if (lesion) diffusion = lesionAdc ?? diffusion;
            (dwi[v], adc[v], brain[v]) = ((float)(0.1 * signal), (float)diffusion, 1);
        }

        var image = new Volume<float>(geometry, dwi);
        return new DiffusionStudy(image).WithAdc(new(geometry, adc)).WithDwi(image, unitIntensity: true).WithBrainMask(new(geometry, brain));
    }
}
