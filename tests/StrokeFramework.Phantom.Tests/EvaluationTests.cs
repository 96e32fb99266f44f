namespace StrokeFramework.Phantom.Tests;

public sealed class EvaluationTests
{
    [Fact]
    public void Measure_MadeUpStudy_FindsTheThresholdThatSplitsIt()
    {
        var anchor = new PhantomAnchor();
        anchor.Add(MadeUp(StrokeTypes.AcuteIschemic, lesion: 800));
        anchor.Add(MadeUp(StrokeTypes.ChronicIschemic, lesion: 200));
        IReadOnlyList<AnchorClass> classes = anchor.Measure();
        AnchorClass acute = Assert.Single(classes, c => c.StrokeType == StrokeTypes.AcuteIschemic);
        Assert.Equal((1.0, 2.0), (acute.MeanDice, acute.MeanRatio));
        Assert.InRange(acute.Threshold, 1.0, 2.0);
        AnchorClass chronic = Assert.Single(classes, c => c.StrokeType == StrokeTypes.ChronicIschemic);
        Assert.Equal((1.0, LesionPolarity.Hypointense), (chronic.MeanDice, chronic.Side));
        Assert.InRange(chronic.Threshold, 0.5, 1.0);
        Assert.Equal(1, chronic.Ratios.Shares.Sum(), 9);
    }

    [Fact]
    public void Measure_LesionLikeBrain_GivesTheDiceOfTakingEverything()
    {
        var anchor = new PhantomAnchor();
        anchor.Add(MadeUp(StrokeTypes.AcuteIschemic, lesion: 400));
        // 16 lesion voxels among the 22x22 that are left of the 24x24 square: taking all of them is the best there is.
        AnchorClass only = Assert.Single(anchor.Measure());
        Assert.Equal(2.0 * 16 / ((22 * 22) + 16), only.MeanDice, 9);
    }

    [Fact]
    public void Judge_WithoutMeasurementError_KnowsNearlyEveryLesion()
    {
        OracleReport report = new PhantomOracle(new LesionSettings(), 0).Judge(Lesions(400));
        Assert.Equal(400, report.Lesions);
        Assert.InRange(report.Accuracy, 0.95, 1);
        Assert.Equal(400, report.Confusion.Sum(row => row.Sum()));
    }

    [Fact]
    public void Judge_LargerMeasurementError_KnowsLess()
    {
        PhantomLesion[] lesions = [.. Lesions(400)];
        double sharp = new PhantomOracle(new LesionSettings(), 0.02).Judge(lesions).Accuracy;
        double blurred = new PhantomOracle(new LesionSettings(), 0.4).Judge(lesions).Accuracy;
        Assert.True(blurred < sharp - 0.05, $"{blurred} against {sharp}");
        Assert.True(blurred > 0.4, "better than the quarter that guessing gives");
    }

    [Fact]
    public void Posterior_IsADistribution()
    {
        var oracle = new PhantomOracle(new LesionSettings());
        foreach (PhantomLesion lesion in Lesions(20))
        {
            IReadOnlyList<double> p = oracle.Posterior(lesion, new PhantomRandom(0, 0));
            Assert.Equal(1, p.Sum(), 9);
            Assert.All(p, x => Assert.InRange(x, 0, 1));
        }
    }

    private static IEnumerable<PhantomLesion> Lesions(int count)
    {
        for (int n = 0; n < count; n++)
        {
            LesionParameters p = LesionParameters.Draw(StrokeTypes.All[n % 4], new LesionSettings(), new PhantomRandom(9, n));
            var tissue = new TissueProperties(0.76, 90, 0.8e-3);
            yield return new()
            {
                Number = 1,
                Parameters = p,
                Shape = "round",
                CoreT2 = p.Core.In(tissue).T2,
                RimT2 = p.Rim?.In(tissue).T2 ?? double.NaN,
                CoreProtonDensity = p.Core.In(tissue).ProtonDensity,
                TissueT2 = 90,
                GreyShare = 0.5,
                Volume = 1,
                Center = default,
                TouchesCsf = false,
            };
        }
    }

    // A square brain of intensity 400 with a square lesion of 16 voxels in its middle.
    private static PhantomStudy MadeUp(string type, float lesion)
    {
        PhantomStudy study = SmallPhantom.Create(StrokeTypes.None);
        var geometry = VolumeGeometry.FromSpacing(new(32, 32, 1), new(3, 3, 5));
        var dwi = new float[1024];
        byte[] brain = new byte[1024], mask = new byte[1024];
        for (int j = 4; j < 28; j++)
        {
            for (int i = 4; i < 28; i++)
            {
                bool inside = i is >= 14 and < 18 && j is >= 14 and < 18;
                (dwi[i + (32 * j)], brain[i + (32 * j)], mask[i + (32 * j)]) = (inside ? lesion : 400, 1, inside ? (byte)1 : (byte)0);
            }
        }

        return study with { StrokeType = type, Dwi = new(geometry, dwi), Brain = new(geometry, brain), Mask = new(geometry, mask), NormalBrain = 400 };
    }
}
