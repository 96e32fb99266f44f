using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class PrecisionRecallTests
{
    private const string Type = StrokeTypes.AcuteIschemic;

    [Fact]
    public void Average_OfAWorkedExample()
    {
        // Hit, miss, hit, miss, and one of three lesions not found: precision 1 at recall 1/3, 2/3 at 2/3.
        DetectionResult study = Study([Truth(0), Truth(1), Truth(2)], [Found(0, 0.9), Found(0, 0.8), Found(1, 0.7), Found(5, 0.6)]);
        var curve = PrecisionRecall.Of([study], Type, 0.5);
        Assert.Equal((1 + (2.0 / 3)) / 3, curve.Average(), 12);
        Assert.Equal([(1.0 / 3, 1), (1.0 / 3, 0.5), (2.0 / 3, 2.0 / 3), (2.0 / 3, 0.5)], curve.Points());
    }

    [Fact]
    public void Of_TakesTheBestOverlapLeft_AndEachTruthOnce()
    {
        DetectionResult study = new("s", "p", Type, "o", 1, [new(new(0, 0, 0, 10, 10), 1, 1), new(new(0, 6, 0, 16, 10), 2, 1)],
            [new(new(0, 4, 0, 14, 10), Type, 0.9), new(new(0, 5, 0, 15, 10), Type, 0.8), new(new(0, 0, 0, 10, 10), Type, 0.7)]);
        // 0.9 overlaps the right one by 8/12 and the left by 6/14; 0.8 then has only the left one, by 5/15.
        Assert.Equal([(0.5, 1), (0.5, 0.5), (1, 2.0 / 3)], PrecisionRecall.Of([study], Type, 0.5).Points());
        Assert.Equal([(0.5, 1), (1, 1), (1, 2.0 / 3)], PrecisionRecall.Of([study], Type, 0.3).Points());
    }

    [Fact]
    public void Of_AnotherLabel_IsNoHitAndNoMiss()
    {
        DetectionResult study = Study([Truth(0)], [Found(0, 0.9) with { Label = StrokeTypes.ChronicIschemic }, Found(0, 0.2)]);
        Assert.Equal(1, PrecisionRecall.Of([study], Type, 0.5).Average());
        Assert.Equal(double.NaN, PrecisionRecall.Of([study], StrokeTypes.ChronicIschemic, 0.5).Average());
    }

    [Fact]
    public void Average_EqualsTheAreaUnderTheEnvelope_FoundByBruteForce()
    {
        var random = new Random(7);
        for (int n = 0; n < 50; n++)
        {
            List<DetectionResult> studies = [];
            for (int s = 0; s < 4; s++)
            {
                TrueBox[] truth = [.. Enumerable.Range(0, random.Next(5)).Select(Truth)];
                studies.Add(Study(truth, [.. Enumerable.Range(0, random.Next(9)).Select(d => Found(random.Next(8), random.NextDouble()))]) with { Study = $"{s}" });
            }

            var curve = PrecisionRecall.Of(studies, Type, 0.5);
            if (curve.TruthCount == 0) continue;
            IReadOnlyList<(double Recall, double Precision)> points = curve.Points();
            double area = 0;
            for (int t = 0; t < curve.TruthCount; t++)
            {
                double recall = (t + 1.0) / curve.TruthCount;
                area += points.Where(p => p.Recall > recall - 1e-9).Select(p => p.Precision).DefaultIfEmpty(0).Max() / curve.TruthCount;
            }

            Assert.Equal(area, curve.Average(), 12);
        }
    }

    private static TrueBox Truth(int slice) => new(new(slice, 10, 10, 20, 20), slice + 1, 1);

    private static Detection Found(int slice, double score) => new(new(slice, 10, 10, 20, 21), Type, score);

    private static DetectionResult Study(IReadOnlyList<TrueBox> truth, IReadOnlyList<Detection> found) => new("s", "p", Type, "o", 8, truth, found);
}
