using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class SegmentationSummaryByClassTests
{
    private static readonly string[] Types = ["late", "early"];

    [Fact]
    public void Of_AveragesStudies_NotVoxels()
    {
        SegmentationClassSummary early = Single([Row("1", "early", 1, 0, 0), Row("2", "early", 500, 500, 0), Row("3", "early", 0, 0, 10)], "early");
        MetricSummary dice = early.Find("dice")!;
        double[] values = [1, 2 / 3.0, 0];
        Assert.Equal(values.Average(), dice.Mean, 12);
        Assert.Equal(2 / 3.0, dice.Median, 12);
        Assert.Equal(Math.Sqrt(values.Sum(v => Math.Pow(v - values.Average(), 2)) / 2), dice.StandardDeviation, 12);
        Assert.InRange(dice.Mean, dice.MeanInterval.Low, dice.MeanInterval.High);
        Assert.Equal(1, early.Find("jaccard")!.Mean + early.Find("fpr_union")!.Mean + early.Find("fnr_union")!.Mean, 12);
    }

    [Fact]
    public void Of_StudiesWithoutALesion_StandApart_AsFalseVolume()
    {
        IReadOnlyList<SegmentationClassSummary> all = Summarize([Row("1", "early", 1, 1, 0), Row("2", "n/a", 0, 3000, 0), Row("3", "n/a", 0, 0, 0)]);
        Assert.Equal(["early", "all", "n/a"], all.Select(s => s.StrokeType));
        Assert.Equal(1, all[1].Studies);
        Assert.Equal(1.5, all[2].Find(SegmentationSummaryByClass.FalseVolume)!.Mean, 12);
        Assert.Equal(0.5, all[2].Find(SegmentationSummaryByClass.NothingFound)!.Mean, 12);
        Assert.Null(all[2].Find("dice"));
    }

    [Fact]
    public void Of_KeepsTheOrderOfClassesAndOutputs_AndNamesUnknownTypes()
    {
        SegmentationResult[] rows = [Row("1", "early", 1, 0, 0), Row("2", "late", 1, 0, 0), Row("3", "", 1, 0, 0)];
        IReadOnlyList<SegmentationClassSummary> all = Summarize([.. rows.Select(r => r with { Output = "z" }), .. rows.Select(r => r with { Output = "b" })]);
        Assert.Equal(["z/late", "z/early", "z/unknown", "z/all", "b/late", "b/early", "b/unknown", "b/all"], all.Select(s => $"{s.Output}/{s.StrokeType}"));
    }

    [Fact]
    public void Of_AMetricThatIsUndefinedInAStudy_SaysHowManyCount()
    {
        SegmentationResult found = Row("1", "early", 1, 0, 0), missed = Row("2", "early", 0, 0, 1);
        MetricSummary distance = Single([found, missed with { Metrics = missed.Metrics with { HausdorffDistance95 = double.NaN } }], "early").Find("hausdorff_95_mm")!;
        Assert.Equal((1, 2.5, 2.5, double.NaN), (distance.Count, distance.Mean, distance.Median, distance.StandardDeviation));
    }

    [Fact]
    public void Of_SeveralStudiesOfOnePatient_CountOnePatient()
    {
        SegmentationClassSummary one = Single([Row("1", "early", 1, 0, 0), Row("2", "early", 1, 1, 0) with { Patient = "1" }], "early");
        Assert.Equal((2, 1), (one.Studies, one.Patients));
        Assert.Equal(Interval.None, one.Find("dice")!.MeanInterval);
    }

    private static IReadOnlyList<SegmentationClassSummary> Summarize(IReadOnlyList<SegmentationResult> rows) => SegmentationSummaryByClass.Of(rows, Types, 7);

    private static SegmentationClassSummary Single(IReadOnlyList<SegmentationResult> rows, string type) => Summarize(rows).Single(s => s.StrokeType == type);

    // A voxel is 1 mm³.
    private static SegmentationResult Row(string study, string type, long both, long maskOnly, long truthOnly) => new(study, study, type, "mask", new()
    {
        Overlap = new(both, maskOnly, truthOnly, 1000),
        Volume = (both + maskOnly) / 1000.0,
        TruthVolume = (both + truthOnly) / 1000.0,
        Lesions = new(1, 1, 1, 0),
        HausdorffDistance95 = 2.5,
    });
}
