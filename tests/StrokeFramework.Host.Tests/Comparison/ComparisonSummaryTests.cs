using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Comparison;

public sealed class ComparisonSummaryTests
{
    private static readonly ComparisonResult Result = SyntheticComparison.Full();
    private static readonly ComparisonSummary Summary = ComparisonSummary.Of(Result);

    [Fact]
    public void Pairs_OfClassifiers_CountPatientsOneByOne_AndAreAdjustedPerKindOfLesions()
    {
        IReadOnlyList<ComparedPair> pairs = Summary.Classification!.Pairs;
        Assert.Equal(2 * 6, pairs.Count);
        foreach (ComparedPair pair in pairs)
        {
            bool[] first = RightOf(pair.Lesions!.Value, pair.First), second = RightOf(pair.Lesions.Value, pair.Second);
            Assert.Equal(first.Zip(second).Count(p => p.First && !p.Second), pair.OnlyFirst);
            Assert.Equal(first.Zip(second).Count(p => !p.First && p.Second), pair.OnlySecond);
            Assert.Equal(second.Average(r => r ? 1.0 : 0) - first.Average(r => r ? 1.0 : 0), pair.Difference.Value, 1e-12);
            Assert.Equal(McNemarTest.Exact(pair.OnlyFirst!.Value, pair.OnlySecond!.Value), pair.PValue);
            Assert.InRange(pair.Difference.Value, pair.Difference.Interval.Low, pair.Difference.Interval.High);
        }

        foreach (IGrouping<LesionSource?, ComparedPair> family in pairs.GroupBy(p => p.Lesions))
            Assert.Equal(HolmAdjustment.Adjust([.. family.Select(p => p.PValue)]), family.Select(p => p.HolmPValue));
    }

    [Fact]
    public void Differences_OfSegmentations_AreDifferencesOfMeans_OnTheSameStudies()
    {
        SegmentationComparison segmentation = Summary.Segmentation!;
        Assert.Equal(["kmeans-fast-marching", "watershed"], segmentation.Techniques);
        foreach (string type in segmentation.StrokeTypes)
        {
            double first = Mean("kmeans-fast-marching", type), second = Mean("watershed", type);
            Assert.Equal(second - first, segmentation.FindDifference("watershed", type, "dice")!.Difference.Value, 1e-12);
        }

        ComparedPair pair = Assert.Single(segmentation.Pairs);
        Assert.Equal(Mean("watershed", SegmentationClassSummary.AllTypes) - Mean("kmeans-fast-marching", SegmentationClassSummary.AllTypes), pair.Difference.Value, 1e-12);
        Assert.Equal(pair.PValue, pair.HolmPValue);
    }

    // Paired bootstrap: where two techniques differ by the same amount in every study, the interval has no width.
    [Fact]
    public void Differences_AreResampledInPairs()
    {
        List<SegmentationResult> first = [.. Result.Segmentations.Where(s => s.Output == "watershed")];
        IEnumerable<SegmentationResult> second = first.Select(s => s with { Output = "other", Metrics = s.Metrics with { HausdorffDistance95 = s.Metrics.HausdorffDistance95 + 2 } });
        SegmentationComparison comparison = SegmentationComparison.Of(Result with { Segmentations = [.. first, .. second] });
        Estimate difference = comparison.FindDifference("other", SegmentationClassSummary.AllTypes, "hausdorff_95_mm")!.Difference;
        Assert.Equal(2, difference.Interval.Low, 1e-9);
        Assert.Equal(2, difference.Interval.High, 1e-9);
        Assert.Equal(1, comparison.Pairs.Single().PValue);
    }

    [Fact]
    public void LargeLesions_ArePooledOverLesions_NotAveragedOverStudies()
    {
        var found = new Queue<LargeLesions>([new(1, 1), new(9, 0)]);
        List<SegmentationResult> rows = [.. Result.Segmentations.Where(s => s is { Output: "watershed", HasLesion: true }).Take(2).Select(s => s with { Metrics = s.Metrics with { LargeLesions = found.Dequeue() } })];
        LargeLesionSummary large = SegmentationComparison.Of(Result with { Segmentations = rows }).FindLarge("watershed", SegmentationClassSummary.AllTypes);
        Assert.Equal(10, large.Lesions);
        Assert.Equal(0.1, large.Sensitivity.Value, 1e-12);
    }

    [Fact]
    public void Of_TechniquesOnOtherStudiesOrPatients_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => ComparisonSummary.Of(Result with { Segmentations = [.. Result.Segmentations.Skip(1)] }));
        ClassifierResult first = Result.Classifiers[0];
        ClassifierResult fewer = first with { Result = first.Result with { Patients = [.. first.Result.Patients.Skip(1)] } };
        Assert.Throws<ArgumentException>(() => ComparisonSummary.Of(Result with { Classifiers = [fewer, .. Result.Classifiers.Skip(1)] }));
    }

    [Fact]
    public void ThesisOrder_IsOfTheThesissFourAlone_TheBestFirst()
    {
        IReadOnlyList<OrderLine> lines = ThesisOrder.Of(Summary.Classification!);
        Assert.Equal(4, lines.Count);
        OrderLine line = lines.First(l => l is { Unit: "patients", Lesions: LesionSource.Truth });
        double[] accuracies = [.. line.Order.Split(" > ").Select(p => double.Parse(p.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(accuracies.OrderDescending(), accuracies);
        Assert.Equal(RightOf(LesionSource.Truth, "svm").Average(r => r ? 1.0 : 0), accuracies[Array.FindIndex(line.Order.Split(" > "), p => p.Split(' ').Contains("svm"))], 3);
        Assert.Empty(ThesisOrder.Of(ClassifierComparison.Of(Result with { Classifiers = [.. Result.Classifiers.Take(3)] })));
    }

    private static bool[] RightOf(LesionSource lesions, string technique) => [.. Result.Classifiers.First(c => c.Lesions == lesions && c.Technique == technique).Result.Patients.Select(p => p.IsRight)];

    private static double Mean(string technique, string type) => Result.Segmentations
        .Where(s => s.Output == technique && s.HasLesion && (type == SegmentationClassSummary.AllTypes || s.StrokeType == type)).Average(s => s.Metrics.Overlap.Dice);
}
