using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class EvaluationSummaryTests
{
    private static readonly EvaluationResult Nothing = new() { DataSet = "d", Pipeline = "p", Protocol = EvaluationProtocol.KFold(5), Seed = 1, Classes = ["a", "b"] };

    [Fact]
    public void EndToEnd_CountsMissedLesionsAsWrong_AndFalseDetectionsBeside()
    {
        EvaluationSummary summary = EvaluationSummary.Of(Nothing with
        {
            LesionPredictions = [Lesion("1", 1, "a", "a"), Lesion("2", 1, "b", "a"), Lesion("3", 1, "b", "b"), Lesion("3", 2, null, "a")],
            MissedLesions = [new("4", "4", "a", 0.2)],
        });
        EndToEndSummary endToEnd = summary.EndToEnd!;
        Assert.Equal((2, 4, 1, 1), (endToEnd.Right, endToEnd.TruthLesions, endToEnd.Missed, endToEnd.FalseDetections));
        Assert.Equal(0.5, endToEnd.Accuracy.Value);
        Assert.Equal(2 / 3.0, summary.Lesions!.Accuracy.Value, 12);
        Assert.Equal(3, summary.Lesions.Confusion.Total);
    }

    [Fact]
    public void EndToEnd_ALesionInPieces_CountsOnce_ByItsLargestPiece()
    {
        LesionPrediction large = Lesion("1", 1, "a", "b") with { Volume = 5 }, small = Lesion("1", 2, "a", "a") with { TruthLesion = 1 };
        EndToEndSummary endToEnd = EvaluationSummary.Of(Nothing with { LesionPredictions = [small, large] }).EndToEnd!;
        Assert.Equal((0, 1), (endToEnd.Right, endToEnd.TruthLesions));
    }

    [Fact]
    public void Of_EverythingMissed_HasAnEndToEndAccuracyOfZero_AndNoConfusion()
    {
        EvaluationSummary summary = EvaluationSummary.Of(Nothing with { MissedLesions = [new("1", "1", "a", 1)], Patients = [new("1", "a", "n/a", [])] });
        Assert.Equal(0, summary.EndToEnd!.Accuracy.Value);
        Assert.Null(summary.Lesions);
        Assert.Equal(["a", "b", "n/a"], summary.Patients!.Confusion.Classes);
    }

    [Fact]
    public void Of_APipelineThatOnlySegments_NamesNothing()
    {
        EvaluationSummary summary = EvaluationSummary.Of(Nothing);
        Assert.Null(summary.EndToEnd);
        Assert.Null(summary.Lesions);
        Assert.Null(summary.Patients);
    }

    [Fact]
    public void Areas_AreThoseOfTheProbabilities_AndNoneForAClassThatNeverOccurs()
    {
        EvaluationSummary summary = EvaluationSummary.Of(Nothing with
        {
            Classes = ["a", "b", "c"],
            LesionPredictions = [.. new[] { Lesion("1", 1, "a", "a"), Lesion("2", 1, "b", "b"), Lesion("3", 1, "b", "a") }.Select(l => l with { Probabilities = [.. l.Probabilities, 0] })],
        });
        Assert.Equal(0.75, summary.Lesions!.Areas[0].Value);
        Assert.Equal(double.NaN, summary.Lesions.Areas[2].Value);
    }

    [Fact]
    public void Of_RowsThatContradict_AreRefusedByName()
    {
        LesionPrediction lesion = Lesion("7", 1, "a", "a");
        Refused(Nothing with { LesionPredictions = [lesion with { PredictedClass = "x" }] }, "Lesion 1 of '7' has the class 'x'");
        Refused(Nothing with { LesionPredictions = [lesion with { TruthLesion = null }] }, "both a truth lesion and its class");
        Refused(Nothing with { LesionPredictions = [lesion with { Probabilities = [1] }] }, "1 probabilities for 2 classes");
        Refused(Nothing with { LesionPredictions = [lesion with { Probabilities = [0.5, 0.4] }] }, "do not sum to 1");
        Refused(Nothing with { LesionPredictions = [lesion with { Probabilities = [double.NaN, 1] }] }, "do not sum to 1");
        Refused(Nothing with { LesionPredictions = [lesion with { FeatureValues = [1] }] }, "1 feature values for 0 columns");
        Refused(Nothing with { Patients = [new("1", "a", "a", []), new("1", "a", "a", [])] }, "Patient '1' stands there twice");
    }

    private static void Refused(EvaluationResult result, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => EvaluationSummary.Of(result)).Message, StringComparison.Ordinal);

    private static LesionPrediction Lesion(string patient, int number, string? trueClass, string predicted) => new()
    {
        Study = patient,
        Patient = patient,
        Lesion = number,
        TruthLesion = trueClass is null ? null : number,
        TrueClass = trueClass,
        PredictedClass = predicted,
        Probabilities = predicted == "a" ? [0.8, 0.2] : [0.3, 0.7],
        Volume = 1,
    };
}
