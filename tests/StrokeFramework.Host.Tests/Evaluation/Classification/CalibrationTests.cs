using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class CalibrationTests
{
    private static readonly string[] Classes = ["a", "b", "c"];

    [Fact]
    public void CertainAndRight_IsZero_CertainAndWrongIsTwo()
    {
        Assert.Equal(0, Of(Row("1", "a", 1, 0, 0), Row("2", "b", 0, 1, 0)).BrierScore.Value);
        Calibration wrong = Of(Row("1", "a", 0, 1, 0), Row("2", "b", 1, 0, 0));
        Assert.Equal(2, wrong.BrierScore.Value);
        Assert.Equal(1, wrong.Error.Value);
    }

    [Fact]
    public void EqualProbabilities_HaveAKnownScore()
    {
        // (1/3)² + (1/3)² + (2/3)² for every row, whatever is true.
        Calibration equal = Of(Row("1", "a", 1 / 3.0, 1 / 3.0, 1 / 3.0), Row("2", "c", 1 / 3.0, 1 / 3.0, 1 / 3.0));
        Assert.Equal(2 / 3.0, equal.BrierScore.Value, 12);
    }

    [Fact]
    public void Bins_AreTakenByTheConfidenceOfTheClassNamed_AndItsUpperEndBelongs()
    {
        Calibration some = Of(
            Row("1", "a", 0.8, 0.1, 0.1),
            Row("2", "b", 0.75, 0.15, 0.1),
            Row("3", "c", 0.05, 0.05, 0.9),
            Row("4", "b", 0.3, 0.4, 0.3));
        Assert.Equal([0.3, 0.7, 0.8], some.Bins.Select(b => b.Low), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal([1, 2, 1], some.Bins.Select(b => b.Rows));
        Assert.Equal([1, 0.5, 1], some.Bins.Select(b => b.Accuracy));
        Assert.Equal(0.775, some.Bins[1].Confidence, 12);
        Assert.Equal((0.6 + (2 * 0.275) + 0.1) / 4, some.Error.Value, 12);
    }

    [Fact]
    public void ProbabilitiesThatAreMeant_HaveASmallError()
    {
        var random = new Random(5);
        LesionPrediction[] rows = [.. Enumerable.Range(0, 20_000).Select(n =>
        {
            double p = 0.5 + (random.NextDouble() / 2);
            return Row($"{n}", random.NextDouble() < p ? "a" : "b", p, 1 - p, 0);
        })];
        Calibration meant = Calibration.Of(Classes, rows, new([.. rows.Select(r => r.Patient)], 1, 2));
        Assert.InRange(meant.Error.Value, 0, 0.02);
        // The mean of 2 p (1 - p) over p uniform in [0.5, 1] is 1/3.
        Assert.Equal(1 / 3.0, meant.BrierScore.Value, 0.01);
    }

    [Fact]
    public void Intervals_EncloseTheFigure()
    {
        var random = new Random(6);
        LesionPrediction[] rows = [.. Enumerable.Range(0, 40).Select(n => Row($"{n % 20}", random.Next(3) == 0 ? "b" : "a", 0.7, 0.2, 0.1))];
        Calibration some = Of(rows);
        Assert.InRange(some.BrierScore.Value, some.BrierScore.Interval.Low, some.BrierScore.Interval.High);
        Assert.True(some.BrierScore.Interval.Low < some.BrierScore.Interval.High);
    }

    private static Calibration Of(params LesionPrediction[] rows) => Calibration.Of(Classes, rows, new([.. rows.Select(r => r.Patient)], 1));

    private static LesionPrediction Row(string patient, string truth, params double[] probabilities) => new()
    {
        Study = "sub-" + patient,
        Patient = patient,
        Lesion = 1,
        TrueClass = truth,
        PredictedClass = Classes[Array.IndexOf(probabilities, probabilities.Max())],
        Probabilities = probabilities,
        Volume = 1,
    };
}
